// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import dev.mediagen.transcript.TranscriptSegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Speech to text. The recording is the body, with all else in the query, or base64 in JSON, as the
 * catalogue says of the model. Whisper answers in its own shape, Nova in Deepgram's.
 *
 * @see <a href="https://developers.cloudflare.com/workers-ai/models/">Models</a>
 */
final class Transcribe implements Operation {
  @Override
  public boolean synchronous() {
    return true;
  }

  @Override
  public HttpCall submit(Task task) {
    HttpCall call = HttpCall.post("/run/" + task.modelName());
    for (Input input : task.inputs("source")) {
      if (input.delivery() == Delivery.BODY) {
        for (var field : task.parameters().properties()) {
          call = call.query(field.getKey(), field.getValue().asText());
        }
        return call.body(new HttpCall.Body.Raw(input));
      }
    }
    return call.json(task.fields());
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    if (Envelope.refuses(reply)) {
      return JobUpdate.failed(Envelope.failure(reply));
    }
    JsonNode result = Envelope.result(reply);
    JsonNode channel = result.at("/results/channels/0");
    boolean nova = !channel.isMissingNode();
    JsonNode heard = nova ? channel.at("/alternatives/0") : result;
    JsonNode text = heard.path(nova ? "transcript" : "text");
    if (!text.isTextual()) {
      throw new UnreadableReplyException("the reply has no text");
    }
    boolean words = task.parameter("timestamps").filter("word"::equals).isPresent();
    JobUpdate.Builder update =
        JobUpdate.transcribed(text.asText().strip()).segments(segments(heard, words));
    JsonNode language =
        nova ? channel.path("detected_language") : result.at("/transcription_info/language");
    if (language.isTextual()) {
      update.language(language.asText());
    }
    if (task.parameter("outputFormat").filter("vtt"::equals).isPresent()) {
      subtitles(result, update);
    }
    return update.build();
  }

  private static void subtitles(JsonNode result, JobUpdate.Builder update) {
    String vtt = result.path("vtt").asText("");
    if (vtt.isEmpty()) {
      update.warning("the reply has no subtitles");
    } else {
      Blob bytes = Blob.of(vtt.getBytes(StandardCharsets.UTF_8));
      update.output(Output.bytes("text", bytes).mediaType("text/vtt").build());
    }
  }

  /** Passages where the model has them, unless words are wanted; else its words. */
  private static List<TranscriptSegment> segments(JsonNode heard, boolean words) {
    List<TranscriptSegment> all = new ArrayList<>();
    for (JsonNode passage : heard.path("segments")) {
      if (words) {
        passage.path("words").forEach(word -> all.add(segment(word)));
      } else {
        all.add(segment(passage));
      }
    }
    if (all.isEmpty()) {
      heard.path("words").forEach(word -> all.add(segment(word)));
    }
    return all;
  }

  private static TranscriptSegment segment(JsonNode node) {
    Fields part = new Fields(node);
    String words =
        Stream.of("text", "punctuated_word", "word")
            .filter(name -> part.text(name).isPresent())
            .findFirst()
            .orElse("text");
    return part.segment(words).build();
  }
}
