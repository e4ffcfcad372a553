// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.util.Optional;

/**
 * A transcript in the background. Deliveries always name the request and not always the transcript,
 * so the request is the job; the transcript is asked for by its own id.
 */
final class TranscriptionJob extends Transcription {
  private static final String TRANSCRIPT = "transcription_id";
  private static final String FORMAT = "format";
  private static final String TIMES = "times";

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    JobUpdate.Builder update =
        JobUpdate.accepted(reply.required("/request_id"))
            .data(TRANSCRIPT, reply.required("/" + TRANSCRIPT));
    task.parameter("outputFormat").ifPresent(format -> update.data(FORMAT, format));
    task.parameter("timestamps").ifPresent(times -> update.data(TIMES, times));
    return update.build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    String id = job.data().get(TRANSCRIPT);
    if (id == null) {
      throw new IllegalStateException("the handle does not name its transcript");
    }
    return HttpCall.get("/v1/speech-to-text/transcripts/" + id);
  }

  /** Until it is there the transcript is not known, or asked for too early. */
  @Override
  public boolean reads(JobHandle job, HttpReply reply) {
    return reply.success() || early(reply);
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return early(reply) ? JobUpdate.of(JobState.RUNNING).build() : words(job).read(reply.json());
  }

  @Override
  public Optional<JobUpdate> onWebhook(JobHandle job, HttpReply delivery) {
    JsonNode transcript = delivery.json().at("/data/transcription");
    try {
      return transcript.isObject() ? Optional.of(words(job).read(transcript)) : Optional.empty();
    } catch (UnreadableReplyException e) {
      // What a failed one looks like is not documented; asking tells.
      return Optional.empty();
    }
  }

  private static Words words(JobHandle job) {
    return new Words(job.data().getOrDefault(FORMAT, Words.JSON), job.data().containsKey(TIMES));
  }

  private static boolean early(HttpReply reply) {
    return reply.status() == 404 || reply.status() == 425;
  }

  @Override
  public boolean synchronous() {
    return false;
  }
}
