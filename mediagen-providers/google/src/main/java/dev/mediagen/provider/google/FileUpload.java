// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.UnreadableReplyException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The Files API: a call that asks for a URL, the bytes, and questions until the file is ACTIVE.
 * Files live for 48 hours.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/files">Files</a>
 */
final class FileUpload implements Preparation {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Input input;

  FileUpload(Input input) {
    this.input = input;
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    return switch (stage) {
      case "bytes" ->
          HttpCall.to("POST", URI.create(data.get("url")))
              .header("X-Goog-Upload-Offset", "0")
              .header("X-Goog-Upload-Command", "upload, finalize")
              .body(new HttpCall.Body.Raw(input));
      case "state" -> HttpCall.get("/" + data.get("name"));
      default -> {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("file").put("display_name", input.fileName());
        yield HttpCall.post("/upload/v1beta/files")
            .at("root")
            .header("X-Goog-Upload-Protocol", "resumable")
            .header("X-Goog-Upload-Command", "start")
            .header("X-Goog-Upload-Header-Content-Length", String.valueOf(input.blob().size()))
            .header("X-Goog-Upload-Header-Content-Type", input.mediaType())
            .json(body);
      }
    };
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    return switch (stage) {
      case "bytes" -> state(reply, "/file");
      case "state" -> state(reply, "");
      default ->
          Step.next(
              "bytes",
              Map.of(
                  "url",
                  reply
                      .header("X-Goog-Upload-URL")
                      .orElseThrow(
                          () -> new UnreadableReplyException("no URL to upload to was given"))));
    };
  }

  private static Step state(HttpReply reply, String file) {
    return switch (reply.at(file + "/state").orElse("PROCESSING")) {
      case "ACTIVE" -> Step.ready(reply.required(file + "/uri"));
      case "FAILED" -> throw new UnreadableReplyException("Google cannot use the file");
      default -> Step.wait("state", Map.of("name", reply.required(file + "/name")), PAUSE);
    };
  }
}
