// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;

/**
 * {@code POST /audio/transcriptions}, and {@code /audio/translations} when English is wanted. The
 * reply is the text: in JSON, with more or less around it, or bare.
 */
final class Transcription implements Operation {
  @Override
  public HttpCall submit(Task task) {
    ObjectNode form = task.fields().put("model", task.modelName());
    if (!form.has("response_format")) {
      if (wants(task, "diarize")) {
        form.put("response_format", "diarized_json");
      } else if (task.parameter("timestamps").isPresent()) {
        form.put("response_format", "verbose_json");
      }
    }
    return HttpCall.post(wants(task, "translate") ? "/audio/translations" : "/audio/transcriptions")
        .multipart(form);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    if (!reply.isJson()) {
      return bare(task, reply);
    }
    JsonNode text = reply.json().get("text");
    if (text == null) {
      throw new UnreadableReplyException("the reply has no /text");
    }
    JobUpdate.Builder update = JobUpdate.transcribed(text.asText()).cost(Usage.ofTranscript(reply));
    reply.at("/language").or(() -> reply.at("/languages/0/code")).ifPresent(update::language);
    boolean words = task.parameter("timestamps").filter("word"::equals).isPresent();
    for (JsonNode part : reply.json().path(words ? "words" : "segments")) {
      update.segment(new Fields(part).segment(words ? "word" : "text").build());
    }
    return update.build();
  }

  /** {@code text}, {@code srt} and {@code vtt} come as they are. */
  private static JobUpdate bare(Task task, HttpReply reply) {
    String format = task.parameter("outputFormat").orElse("json");
    if (format.endsWith("json") || reply.mediaType().equals("text/html")) {
      throw new UnreadableReplyException(format + " expected, got " + reply.mediaType());
    }
    return JobUpdate.transcribed(reply.text()).build();
  }

  private static boolean wants(Task task, String parameter) {
    return task.parameter(parameter).filter("true"::equals).isPresent();
  }

  @Override
  public boolean synchronous() {
    return true;
  }
}
