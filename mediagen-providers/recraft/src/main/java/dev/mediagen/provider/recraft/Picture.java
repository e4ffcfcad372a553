// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v1/images/...}: the reply is the outcome, a list of pictures for what is drawn and
 * one picture for what is only treated.
 */
final class Picture implements Operation {
  private static final String BYTES = "b64_json";

  /** Recraft keeps what it made for about a day. */
  private static final Duration KEPT = Duration.ofHours(24);

  private final String name;

  Picture(String name) {
    this.name = name;
  }

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields();
    if (!task.model().facts().containsKey(RecraftProvider.OPERATION)) {
      body.put("model", task.modelName());
    }
    HttpCall call = HttpCall.post("/v1/images/" + name).binary(BYTES);
    JsonNode billing = body.remove("billing");
    return (billing == null ? call : call.query("billing", billing.asText())).json(body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    List<JsonNode> pictures = new ArrayList<>();
    reply.json().path("data").forEach(pictures::add);
    if (reply.json().path("image").isObject()) {
      pictures.add(reply.json().path("image"));
    }
    List<Output> outputs =
        pictures.stream()
            .flatMap(picture -> output(reply, picture).stream())
            .map(output -> output.mediaType(mediaType(task)).build())
            .toList();
    JobUpdate.Builder update = JobUpdate.succeeded(outputs).cost(cost(reply));
    task.parameter("count")
        .map(Integer::valueOf)
        .filter(wanted -> !outputs.isEmpty() && outputs.size() < wanted)
        .ifPresent(
            wanted -> update.warning(outputs.size() + " of " + wanted + " pictures were made"));
    // The style that was made of the references, to be used again as style_id.
    reply.at("/style_id").ifPresent(style -> update.metadata("style_id", style));
    pictures.stream()
        .flatMap(picture -> new Fields(picture).text("revised_prompt").stream())
        .findFirst()
        .ifPresent(prompt -> update.metadata("revised_prompt", prompt));
    List<BigDecimal> scores =
        pictures.stream()
            .flatMap(picture -> new Fields(picture.path("features")).number("nsfw_score").stream())
            .toList();
    if (!scores.isEmpty()) {
      update.metadata("nsfw_score", scores);
    }
    return update.build();
  }

  private static Optional<Output.Builder> output(HttpReply reply, JsonNode picture) {
    Fields fields = new Fields(picture);
    Output.Builder output;
    if (picture.hasNonNull(BYTES)) {
      output = Output.bytes("image", reply.blob(picture.get(BYTES)));
    } else if (fields.text("url").isPresent()) {
      output =
          Output.url("image", fields.text("url").get())
              .expiresAt(reply.fields("").epochSeconds("created").map(at -> at.plus(KEPT)));
    } else {
      return Optional.empty();
    }
    return Optional.of(output.id(fields.text("image_id")));
  }

  /** Neither the reply nor the URL tells it; where there are bytes, they decide. */
  private static Optional<String> mediaType(Task task) {
    ModelSpec model = task.model();
    if (model.outputs().size() == 1) {
      return Optional.of(model.outputs().get(0));
    }
    return task.parameter("outputFormat")
        .or(
            () ->
                Optional.ofNullable(model.parameters().get("outputFormat"))
                    .flatMap(ParameterSpec::defaultValue))
        .filter(format -> !format.equals("svg"))
        .map(format -> "image/" + format);
  }

  /** A thousand API units are a dollar. */
  private static Optional<Cost> cost(HttpReply reply) {
    return reply
        .fields("")
        .number("credits")
        .filter(units -> units.signum() >= 0)
        .map(
            units ->
                Cost.vendor(units.movePointLeft(3), "API units that were charged, 1000 for 1 USD")
                    .toBuilder()
                    .unit("credits", units)
                    .build());
  }

  @Override
  public boolean synchronous() {
    return true;
  }
}
