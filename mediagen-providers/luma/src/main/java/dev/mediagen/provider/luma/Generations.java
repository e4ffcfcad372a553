// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.JobState;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.util.List;

/** What both APIs share: every call answers with the generation as it stands. */
abstract class Generations implements Operation {
  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("queued")
          .running("processing", "dreaming")
          .succeeded("completed")
          .failed("failed");

  /** Where the files stand. */
  abstract List<Output> outputs(Fields generation);

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return read(reply).toBuilder().jobId(reply.required("/id")).build();
  }

  /** The generation as a reply tells of it. */
  JobUpdate read(HttpReply reply) {
    String word = reply.required("/state");
    Fields generation = reply.fields("");
    JobUpdate.Builder update = WORDS.read(word);
    JobState state = WORDS.state(word);
    if (state == JobState.FAILED) {
      update.failure(Errors.ofGeneration(generation));
    } else if (state == JobState.SUCCEEDED) {
      update.outputs(outputs(generation));
    }
    return update.build();
  }

  /** The keys, the ids and the records of the two APIs are apart. */
  static void checkJobs(Task task, boolean agents) {
    for (Input input : task.inputs()) {
      boolean other =
          input
              .job()
              .filter(job -> job.operation().equals(LumaProvider.AGENTS) != agents)
              .isPresent();
      if (other) {
        throw InvalidRequestException.of(
            input.role(), input.text(), "must be a job of the API that the model belongs to");
      }
    }
  }
}
