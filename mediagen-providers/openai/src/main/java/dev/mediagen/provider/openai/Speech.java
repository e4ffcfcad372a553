// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.util.List;

/** {@code POST /audio/speech}: the body of the reply is the recording. */
final class Speech implements Operation {
  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields().put("model", task.modelName());
    task.parameter("voice")
        .filter(voice -> voice.startsWith("voice_"))
        .ifPresent(custom -> body.putObject("voice").put("id", custom));
    return HttpCall.post("/audio/speech").json(body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    String type = reply.mediaType();
    // Bytes of no named type may be cut short, and a page of a proxy is no recording.
    boolean recording =
        reply.header("Content-Type").isPresent()
            && !type.startsWith("text/")
            && !type.contains("json")
            && reply.blob().size() > 0;
    if (!recording) {
      throw new UnreadableReplyException("a recording expected, got " + type);
    }
    return JobUpdate.succeeded(
            List.of(
                Output.bytes("audio", reply.blob())
                    .mediaType(type.endsWith("/octet-stream") ? asked(task) : type)
                    .build()))
        .build();
  }

  /** The media type of the format that was asked for. */
  private static String asked(Task task) {
    String format = task.parameter("outputFormat").orElse("mp3");
    return format.equals("mp3") ? "audio/mpeg" : "audio/" + format;
  }

  @Override
  public boolean synchronous() {
    return true;
  }
}
