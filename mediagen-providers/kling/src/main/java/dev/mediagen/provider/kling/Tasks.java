// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.JobState;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.UnreadableReplyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What both generations share: the envelope, the words for states, what is known of outputs. */
abstract class Tasks implements Operation {
  private static final Duration KEPT = Duration.ofDays(30);

  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("submitted")
          .running("processing")
          .succeeded("succeeded", "succeed")
          .failed("failed");

  /** A code other than 0 is a refusal, whatever the HTTP status. */
  @Override
  public boolean reads(HttpReply reply) {
    return reply.success() && reply.at("/code").orElse("0").equals("0");
  }

  /** A state, with the reason of a failure. */
  static JobUpdate.Builder state(Fields task, String status, String message) {
    JobUpdate.Builder update =
        WORDS.read(
            task.text(status)
                .orElseThrow(() -> new UnreadableReplyException("the task has no " + status)));
    if (WORDS.state(task.text(status).orElse("")) == JobState.FAILED) {
      update.failure(Errors.ofTask(task.text(message).orElse("")));
    }
    return update;
  }

  /** An output; Kling clears results thirty days after it last touched the task. */
  static Output.Builder output(
      String role, String url, JsonNode entry, Fields task, String touched) {
    Fields fields = new Fields(entry);
    return Output.url(role, url)
        .id(fields.text("id"))
        .duration(fields.seconds("duration"))
        .expiresAt(task.whole(touched).map(at -> Instant.ofEpochMilli(at).plus(KEPT)));
  }

  /** What Kling counts by, units of a resource pack. */
  static Optional<Cost> units(Optional<String> amount) {
    return amount.flatMap(Fields::numberIn).map(units -> Cost.counted("unit", units));
  }

  /** The tracks of a recording are given in two formats; MP3 is taken. */
  static Optional<String> url(JsonNode entry) {
    Fields fields = new Fields(entry);
    return fields.text("url").or(() -> fields.text("mp3_url")).or(() -> fields.text("wav_url"));
  }

  /** The task that a look-up found; only an answer without an error shows that there is none. */
  static Optional<JobUpdate> found(HttpReply reply, String id) {
    if (!reply.required("/code").equals("0")) {
      throw new UnreadableReplyException("Kling does not say whether there is such a task");
    }
    return reply.at(id).map(task -> JobUpdate.accepted(task).build());
  }

  /** Kling knows a task again by the id that the submission brought. */
  @Override
  public Repeat repeat() {
    return Repeat.AFTER_LOOKUP;
  }
}
