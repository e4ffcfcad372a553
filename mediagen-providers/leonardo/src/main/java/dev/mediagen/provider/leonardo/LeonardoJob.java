// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.util.Optional;

/** What all operations share: an envelope with an id and a cost, then one address to ask. */
abstract class LeonardoJob implements Operation {
  private static final StatusWords WORDS =
      StatusWords.of().running("PENDING").succeeded("COMPLETE").failed("FAILED");

  @Override
  public boolean reads(HttpReply reply) {
    return reply.success() && !Errors.hides(reply);
  }

  /** The address belongs to the key and not to a job; what comes there is heard all the same. */
  @Override
  public boolean webhooks() {
    return false;
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return taken(reply);
  }

  /** The envelope has another name for each operation, and so has the id. */
  static JobUpdate taken(HttpReply reply) {
    for (JsonNode entry : reply.json()) {
      Fields job = new Fields(entry);
      Optional<String> id = job.text("generationId").or(() -> job.text("id"));
      if (id.isPresent()) {
        return JobUpdate.accepted(id.get()).cost(cost(job)).build();
      }
    }
    throw new UnreadableReplyException("the reply has no id of a job");
  }

  private static Optional<Cost> cost(Fields job) {
    Fields cost = new Fields(job.node().path("cost"));
    boolean dollars = cost.text("unit").filter("DOLLARS"::equals).isPresent();
    return dollars
        ? cost.number("amount").map(usd -> Cost.vendor(usd, "named when the job was taken"))
        : cost.number("amount")
            .or(() -> job.number("apiCreditCost"))
            .map(credits -> Cost.counted("credit", credits));
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/v1/generations/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    JobUpdate.Builder update = state(reply.required("/generations_by_pk/status"));
    Fields generation = reply.fields("/generations_by_pk");
    JsonNode images = generation.node().path("generated_images");
    if (images.isEmpty()
        && WORDS.state(generation.text("status").orElse("")) == JobState.SUCCEEDED) {
      return JobUpdate.failed(Errors.removed());
    }
    for (JsonNode entry : images) {
      outputs(update, new Fields(entry), generation.whole("seed"));
    }
    return update.build();
  }

  /** The URL of a video is the still one; the video has a field of its own. */
  private static void outputs(JobUpdate.Builder update, Fields image, Optional<Long> seed) {
    Optional<String> id = image.text("id");
    Optional<String> video = image.text("motionMP4URL");
    video.ifPresent(url -> update.output(Output.url("video", url).id(id).seed(seed).build()));
    String role = video.isPresent() ? "thumbnail" : "image";
    image
        .text("url")
        .ifPresent(url -> update.output(Output.url(role, url).id(id).seed(seed).build()));
    if (image.node().path("nsfw").asBoolean()) {
      update.warning("Leonardo flags output " + id.orElse("without an id") + " as nsfw");
    }
  }

  static JobUpdate.Builder state(String word) {
    JobUpdate.Builder update = WORDS.read(word);
    return WORDS.state(word) == JobState.FAILED ? update.failure(Errors.ofJob()) : update;
  }

  /** A picture in a request: by its id, and where a model takes it, by URL or in the call. */
  static ObjectNode image(Input input) {
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    return switch (input.delivery()) {
      case URL -> image.put("type", "URL").put("url", input.text());
      case BASE64 -> image.put("type", "BASE64").set("data", input.node());
      default -> image.put("id", input.text()).put("type", type(input));
    };
  }

  /** What Leonardo stores is an output of an earlier job, unless it was uploaded just now. */
  static String type(Input input) {
    return input.delivery() == Delivery.UPLOAD ? "UPLOADED" : "GENERATED";
  }

  /** Plans that can keep pictures private must say so in each call. */
  static void keepPrivate(ObjectNode body, String field) {
    if (!body.has(field)) {
      body.put(field, false);
    }
  }
}
