// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A picture or speech. Whether it comes as base64 in JSON or as the body itself depends on the
 * model, so the reply's media type decides.
 *
 * @see <a href="https://developers.cloudflare.com/workers-ai/models/">Models</a>
 */
final class Generate implements Operation {
  /** FLUX.2 takes {@code input_image_0} to {@code input_image_3}. */
  private static final int MOST_PICTURES = 4;

  @Override
  public boolean synchronous() {
    return true;
  }

  @Override
  public HttpCall submit(Task task) {
    HttpCall call = HttpCall.post("/run/" + task.modelName()).binary("image").binary("audio");
    return "multipart".equals(task.model().facts().get("body"))
        ? call.multipart(parts(task))
        : call.json(fields(task));
  }

  private static ObjectNode fields(Task task) {
    ObjectNode fields = task.fields();
    String format = task.parameter("outputFormat").orElse("");
    String container = task.model().facts().get("container." + format);
    if (container != null && !fields.has("container")) {
      fields.put("container", container);
    }
    return fields;
  }

  private static ObjectNode parts(Task task) {
    ObjectNode parts = task.parameters();
    List<Input> pictures =
        Stream.concat(task.inputs("source").stream(), task.inputs("references").stream()).toList();
    if (pictures.size() > MOST_PICTURES) {
      throw InvalidRequestException.of(
          task.model().id(),
          List.of(
              InvalidRequestException.problem(
                  "references",
                  pictures.size() + " pictures with the source",
                  "takes at most " + MOST_PICTURES)));
    }
    for (int i = 0; i < pictures.size(); i++) {
      parts.set("input_image_" + i, pictures.get(i).node());
    }
    return parts;
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    if (Envelope.refuses(reply)) {
      return JobUpdate.failed(Envelope.failure(reply));
    }
    String role = task.kind() == MediaKind.IMAGE ? "image" : "audio";
    Output output = reply.isJson() ? wrapped(role, reply) : body(role, reply);
    return JobUpdate.succeeded(List.of(output)).build();
  }

  private static Output wrapped(String role, HttpReply reply) {
    JsonNode node = Envelope.result(reply).path(role);
    if (!node.isPojo()) {
      throw new UnreadableReplyException("the reply has no " + role);
    }
    return Output.bytes(role, reply.blob(node)).build();
  }

  private static Output body(String role, HttpReply reply) {
    String type = reply.mediaType();
    boolean named = type.startsWith("image/") || type.startsWith("audio/");
    if (reply.blob().size() == 0 || !(named || type.equals("application/octet-stream"))) {
      throw new UnreadableReplyException(role + " expected, got " + type + ": " + reply.excerpt());
    }
    Output.Builder output = Output.bytes(role, reply.blob());
    return named ? output.mediaType(type).build() : output.build();
  }
}
