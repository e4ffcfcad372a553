// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.net.URI;
import java.util.Locale;

/** What all tasks share: a callback that must be named, an envelope, words that end in FAILED. */
abstract class SunoTask implements Operation {
  /** A URL is demanded even of those who only ask; this one leads nowhere, by RFC 6761. */
  private static final URI NOWHERE = URI.create("https://callback.invalid/");

  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("PENDING")
          .running("TEXT_SUCCESS", "FIRST_SUCCESS")
          .succeeded("SUCCESS")
          .failed("SENSITIVE_WORD_ERROR");

  private final String submit;
  private final String record;

  SunoTask(String submit, String record) {
    this.submit = submit;
    this.record = record;
  }

  /** What the task needs besides its callback. */
  abstract ObjectNode body(Task task);

  /** The outputs there are by now, and what stands beside them. */
  abstract void read(Fields task, JobUpdate.Builder update);

  @Override
  public HttpCall submit(Task task) {
    return HttpCall.post(submit)
        .json(body(task).put("callBackUrl", task.callback().orElse(NOWHERE).toString()));
  }

  /** Errors come in a 200, with their own code. */
  @Override
  public boolean reads(HttpReply reply) {
    return reply.success() && reply.at("/code").orElse("200").equals("200");
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/data/taskId")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get(record).query("taskId", job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    Fields task = reply.fields("/data");
    String status =
        task.text("status")
            .or(() -> task.text("successFlag"))
            .orElseThrow(() -> new UnreadableReplyException("the task has no status"));
    JobUpdate.Builder update = state(status);
    read(task, update);
    JobUpdate read = update.build();
    // There only the news could not be sent; what they were about may well be there.
    boolean made = status.equals("CALLBACK_EXCEPTION") && !read.outputs().isEmpty();
    if (made) {
      return read.toBuilder().state(JobState.SUCCEEDED).build();
    }
    return read.state() == JobState.FAILED
        ? read.toBuilder().failure(Errors.ofTask(task, status)).build()
        : read;
  }

  /** Each tool has a word of its own for «failed», and all end alike. */
  private static JobUpdate.Builder state(String status) {
    return status.toUpperCase(Locale.ROOT).endsWith("_FAILED")
            || status.equals("CALLBACK_EXCEPTION")
        ? JobUpdate.of(JobState.FAILED)
        : WORDS.read(status);
  }
}
