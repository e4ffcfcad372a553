// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.UnreadableReplyException;
import dev.mediagen.transcript.TranscriptSegment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a transcript, or one for each channel.
 *
 * @param format the format that was asked for
 * @param times whether each word is wanted with its time; else those of one speaker go together
 */
record Words(String format, boolean times) {
  static final String JSON = "json";

  /** How ElevenLabs calls a format. */
  static String extension(String format) {
    return format.equals("text") ? "txt" : format;
  }

  JobUpdate read(JsonNode transcript) {
    List<JsonNode> channels = new ArrayList<>();
    if (transcript.path("transcripts").isArray()) {
      transcript.get("transcripts").forEach(channels::add);
    } else {
      channels.add(transcript);
    }
    if (channels.isEmpty() || !channels.stream().allMatch(c -> c.path("text").isTextual())) {
      throw new UnreadableReplyException("the transcript has no text");
    }
    JobUpdate.Builder update =
        JobUpdate.transcribed(channels.stream().map(this::text).collect(Collectors.joining("\n")));
    for (JsonNode channel : channels) {
      update.addAllSegments(times ? words(channel) : turns(channel));
    }
    Fields first = new Fields(channels.get(0));
    first.text("language_code").ifPresent(update::language);
    first.number("language_probability").ifPresent(p -> update.metadata("language_probability", p));
    Fields whole = new Fields(transcript);
    whole.text("transcription_id").ifPresent(id -> update.metadata("transcription_id", id));
    whole
        .number("audio_duration_secs")
        .filter(seconds -> seconds.signum() >= 0)
        .map(seconds -> seconds.divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP))
        .ifPresent(minutes -> update.cost(Cost.counted("minute", minutes)));
    return update.build();
  }

  /** The file that was asked for, where there is one that is text; else the bare text. */
  private String text(JsonNode channel) {
    for (JsonNode file : channel.path("additional_formats")) {
      boolean wanted =
          file.path("requested_format").asText().equals(extension(format))
              && !file.path("is_base64_encoded").asBoolean();
      if (wanted && file.path("content").isTextual()) {
        return file.get("content").asText();
      }
    }
    return channel.path("text").asText();
  }

  private static List<TranscriptSegment> words(JsonNode channel) {
    List<TranscriptSegment> words = new ArrayList<>();
    for (JsonNode word : channel.path("words")) {
      if (!word.path("type").asText().equals("spacing")) {
        Fields fields = new Fields(word);
        TranscriptSegment.Builder segment = fields.segment("text");
        fields.text("speaker_id").ifPresent(segment::speaker);
        words.add(segment.build());
      }
    }
    return words;
  }

  /** What one speaker says until another does; nothing where speakers are not told apart. */
  private static List<TranscriptSegment> turns(JsonNode channel) {
    List<TranscriptSegment> turns = new ArrayList<>();
    List<Fields> turn = new ArrayList<>();
    Optional<String> speaker = Optional.empty();
    for (JsonNode word : channel.path("words")) {
      Fields fields = new Fields(word);
      Optional<String> next = fields.text("speaker_id");
      if (next.isPresent() && !next.equals(speaker)) {
        speaker.ifPresent(who -> turns.add(turn(turn, who)));
        turn.clear();
        speaker = next;
      }
      turn.add(fields);
    }
    speaker.ifPresent(who -> turns.add(turn(turn, who)));
    return turns;
  }

  private static TranscriptSegment turn(List<Fields> words, String speaker) {
    return TranscriptSegment.builder()
        .start(words.get(0).seconds("start").orElse(Duration.ZERO))
        .end(words.get(words.size() - 1).seconds("end").orElse(Duration.ZERO))
        .text(
            words.stream()
                .map(word -> word.node().path("text").asText())
                .collect(Collectors.joining())
                .strip())
        .speaker(speaker)
        .build();
  }
}
