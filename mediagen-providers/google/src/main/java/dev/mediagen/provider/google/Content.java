// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpCall.BinaryText;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code :generateContent}: pictures, speech and music in the reply itself. A refusal is a 200 with
 * a reason in one of two places.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/image-generation">Images</a>
 */
final class Content implements Operation {
  private static final Set<String> REFUSALS =
      Set.of(
          "SAFETY",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT",
          "PROHIBITED_CONTENT",
          "BLOCKLIST",
          "SPII",
          "RECITATION",
          "IMAGE_RECITATION");

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.parameters();
    JsonNode style = body.remove("style");
    ObjectNode content = body.putArray("contents").addObject().put("role", "user");
    ArrayNode parts = content.putArray("parts");
    ObjectNode first = parts.addObject();
    task.parameter(task.kind() == MediaKind.SPEECH ? "text" : "prompt")
        .ifPresent(text -> first.put("text", text));
    if (style != null) {
      first.putObject("speechMetadata").set("style", style);
    }
    task.inputs().forEach(input -> part(parts.addObject(), input));
    return HttpCall.post("/models/" + task.modelName() + ":generateContent")
        .json(body)
        .binary("data", BinaryText.BASE64);
  }

  private static void part(ObjectNode part, Input input) {
    if (input.isText()) {
      part.putObject("fileData").put("fileUri", input.text());
    } else {
      part.putObject("inlineData").put("mimeType", input.mediaType()).set("data", input.node());
    }
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    Optional<String> blocked = reply.at("/promptFeedback/blockReason");
    if (blocked.isPresent()) {
      return JobUpdate.failed(
          Errors.refusal(
              blocked.get(),
              reply.at("/promptFeedback/blockReasonMessage").orElse("the prompt was blocked")));
    }
    List<Output> outputs = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (JsonNode candidate : reply.json().path("candidates")) {
      for (JsonNode part : candidate.path("content").path("parts")) {
        if (!part.path("thought").asBoolean(false)) {
          output(task.kind(), reply, part).ifPresent(outputs::add);
          new Fields(part).text("text").ifPresent(said::append);
        }
      }
    }
    if (outputs.isEmpty()) {
      return nothing(reply, said.toString());
    }
    JobUpdate.Builder update = JobUpdate.succeeded(outputs).cost(cost(task.kind(), reply));
    if (!said.isEmpty()) {
      update.metadata("text", said.toString());
    }
    return update.build();
  }

  private static Optional<Output> output(MediaKind kind, HttpReply reply, JsonNode part) {
    JsonNode inline = part.path("inlineData");
    if (!inline.has("data")) {
      return Optional.empty();
    }
    Blob bytes = reply.blob(inline.get("data"));
    String type = inline.path("mimeType").asText("application/octet-stream");
    String role = GoogleProvider.isSound(kind) ? "audio" : "image";
    return Optional.of(
        type.startsWith("audio/L16")
            ? Output.bytes(role, Wav.of(bytes, type)).mediaType("audio/wav").build()
            : Output.bytes(role, bytes).mediaType(type).build());
  }

  private static JobUpdate nothing(HttpReply reply, String said) {
    String reason = reply.at("/candidates/0/finishReason").orElse("OTHER");
    String message =
        reply
            .at("/candidates/0/finishMessage")
            .orElse(said.isEmpty() ? "no media came: " + reason : said);
    return JobUpdate.failed(
        REFUSALS.contains(reason)
            ? Errors.refusal(reason, message)
            : Errors.nothing(reason, message));
  }

  private static Optional<Cost> cost(MediaKind kind, HttpReply reply) {
    Map<String, BigDecimal> units = new TreeMap<>();
    Fields usage = reply.fields("/usageMetadata");
    String out = GoogleProvider.isSound(kind) ? "audio output tokens" : "image output tokens";
    usage.number("promptTokenCount").ifPresent(n -> units.put("text input tokens", n));
    usage.number("candidatesTokenCount").ifPresent(n -> units.put(out, n));
    return Steps.cost(units);
  }
}
