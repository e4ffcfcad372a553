// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.StatusWords;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the prediction object, which is the same in replies and in webhooks. */
final class Prediction {
  static final StatusWords WORDS =
      StatusWords.of()
          .queued("starting")
          .running("processing")
          .succeeded("succeeded")
          .failed("failed")
          .canceled("canceled")
          .expired("aborted");

  private static final String LOGGED = "logged";
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

  private Prediction() {}

  /** How much of the logs a job has told already. */
  static int logged(Map<String, String> data) {
    return Integer.parseInt(data.getOrDefault(LOGGED, "0"));
  }

  /**
   * What a prediction says.
   *
   * @param logged how many characters of the logs are known
   */
  static JobUpdate.Builder read(HttpReply reply, MediaKind kind, int logged) {
    Fields prediction = reply.fields("");
    String word = reply.required("/status");
    JobState state = state(prediction, word);
    JobUpdate.Builder update = WORDS.read(word).state(state);
    logs(update, prediction.text("logs").orElse(""), logged, state);
    if (state == JobState.FAILED) {
      update.failure(Errors.ofPrediction(prediction.text("error").orElse("")));
    } else if (state == JobState.SUCCEEDED || state == JobState.RUNNING) {
      Optional<Instant> gone = time(prediction, "completed_at").map(end -> end.plus(KEPT));
      new Outputs(kind, gone, state == JobState.SUCCEEDED)
          .read(update, prediction.node().path("output"));
    }
    metrics(update, reply.fields("/metrics"));
    return update;
  }

  /** A deadline that passed ends a job like a cancellation; a removed result is no result. */
  private static JobState state(Fields prediction, String word) {
    JobState state = WORDS.state(word);
    Optional<Instant> deadline = time(prediction, "deadline");
    boolean late =
        time(prediction, "completed_at")
            .filter(end -> deadline.isPresent() && !end.isBefore(deadline.get()))
            .isPresent();
    boolean removed = prediction.node().path("data_removed").asBoolean();
    return (state == JobState.CANCELED && late) || (state == JobState.SUCCEEDED && removed)
        ? JobState.EXPIRED
        : state;
  }

  private static Optional<Instant> time(Fields prediction, String name) {
    try {
      return prediction.text(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Models print their progress as a bar; the last percentage is the present one. */
  private static void logs(JobUpdate.Builder update, String logs, int logged, JobState state) {
    if (logs.length() > logged) {
      logs.substring(logged).lines().filter(line -> !line.isBlank()).forEach(update::log);
      update.data(LOGGED, Integer.toString(logs.length()));
    }
    Matcher percent = PERCENT.matcher(logs);
    int last = -1;
    while (percent.find()) {
      last = Integer.parseInt(percent.group(1));
    }
    if (state == JobState.RUNNING && last >= 0 && last <= 100) {
      update.progress(last / 100.0);
    }
  }

  /** The bill is not told; what some models count is. */
  private static void metrics(JobUpdate.Builder update, Fields metrics) {
    metrics
        .node()
        .fieldNames()
        .forEachRemaining(
            name ->
                metrics.number(name).ifPresent(value -> update.metadata("metrics." + name, value)));
    metrics
        .number("image_count")
        .map(count -> Cost.counted("image", count))
        .or(
            () ->
                metrics
                    .number("video_output_duration_seconds")
                    .map(seconds -> Cost.counted("second", seconds)))
        .ifPresent(update::cost);
  }

  /** Whether a text is where something lies. */
  static boolean isUrl(JsonNode node) {
    String text = node.asText();
    return node.isTextual()
        && (text.startsWith("https://") || text.startsWith("http://") || text.startsWith("data:"));
  }
}
