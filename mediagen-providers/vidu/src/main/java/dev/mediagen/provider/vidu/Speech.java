// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;

/**
 * Speech: made while one waits, by a voice and without a model. Should it not be ready, it is asked
 * for like any other task: it is paid for by then.
 */
final class Speech extends Creation {
  Speech() {
    super("/audio-tts");
  }

  @Override
  public HttpCall submit(Task task) {
    return HttpCall.post("/audio-tts").json(task.fields());
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    Fields fields = reply.fields("");
    JobUpdate.Builder update = state(fields).jobId(fields.text("task_id"));
    fields.text("file_url").ifPresent(url -> update.output(Output.url("audio", url).build()));
    return update.build();
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  /** The reply is the news. */
  @Override
  public boolean webhooks() {
    return false;
  }
}
