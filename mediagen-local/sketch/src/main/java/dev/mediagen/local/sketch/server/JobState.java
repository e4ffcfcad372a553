// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is at one moment.
 *
 * @param status in the words of the protocol
 * @param toldValue the progress of which those who wait were last told
 */
record JobState(
    String status,
    int step,
    int steps,
    String message,
    double toldValue,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable ArrayNode output,
    @Nullable String error,
    @Nullable String errorCode) {
  static final JobState STARTING =
      new JobState("starting", 0, 0, "", 0, null, null, null, null, null);

  boolean ended() {
    return completedAt != null;
  }

  /** Progress from 0 to 1. */
  double value() {
    return status.equals("succeeded") ? 1 : steps == 0 ? 0 : step / (double) steps;
  }

  JobState begun(Instant now) {
    return new JobState("processing", 0, 0, "", 0, now, null, null, null, null);
  }

  JobState progressed(int nextStep, int nextSteps, String nextMessage) {
    return new JobState(
        status,
        nextStep,
        nextSteps,
        nextMessage,
        toldValue,
        startedAt,
        completedAt,
        output,
        error,
        errorCode);
  }

  JobState told() {
    return new JobState(
        status, step, steps, message, value(), startedAt, completedAt, output, error, errorCode);
  }

  JobState ended(
      String word,
      Instant now,
      @Nullable ArrayNode made,
      @Nullable String fault,
      @Nullable String faultCode) {
    return new JobState(
        word, step, steps, message, toldValue, startedAt, now, made, fault, faultCode);
  }
}
