// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobState;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Task;
import dev.mediagen.transcript.TranscriptSegment;
import java.time.Duration;

/** Transcripts by an interaction whose reply is the text; times and speakers are annotations. */
final class Transcription implements Operation {
  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.parameters().put("model", task.modelName());
    task.inputs("source").forEach(input -> Steps.add(body.withArray("input"), "audio", input));
    ObjectNode config =
        body.withObjectProperty("generation_config").withObjectProperty("transcription_config");
    ObjectNode mode = config.withObjectProperty("mode");
    if (!mode.has("type")) {
      mode.put("type", "verbatim");
    }
    if (task.parameter("diarize").filter("true"::equals).isPresent()) {
      mode.put("diarization_mode", "speaker");
    }
    return HttpCall.post("/interactions").json(body);
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    JobUpdate update = Steps.state(reply).build();
    if (update.state() != JobState.SUCCEEDED) {
      return update.failure().isPresent()
          ? update
          : JobUpdate.failed(
              Errors.nothing(reply.required("/status"), "the interaction did not end"));
    }
    StringBuilder text = new StringBuilder();
    JobUpdate.Builder transcript = update.toBuilder();
    for (JsonNode content : Steps.contents(reply)) {
      new Fields(content).text("text").ifPresent(text::append);
      for (JsonNode word : content.path("annotations")) {
        if (word.path("type").asText().equals("word_info")) {
          transcript.segment(segment(new Fields(word)));
        }
      }
    }
    return transcript.text(text.toString()).build();
  }

  private static TranscriptSegment segment(Fields word) {
    TranscriptSegment.Builder segment =
        TranscriptSegment.builder()
            .text(word.text("text").orElse(""))
            .start(word.text("start_offset").flatMap(Times::seconds).orElse(Duration.ZERO))
            .end(word.text("end_offset").flatMap(Times::seconds).orElse(Duration.ZERO));
    word.text("speaker").ifPresent(segment::speaker);
    return segment.build();
  }
}
