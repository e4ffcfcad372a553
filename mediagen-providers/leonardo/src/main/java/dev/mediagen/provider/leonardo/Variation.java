// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.JobHandle;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;

/** What is made of one picture: larger, without its background, seen from further away. */
final class Variation extends LeonardoJob {
  @Override
  public HttpCall submit(Task task) {
    return HttpCall.post("/v1/variations/" + task.modelName()).json(task.fields());
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/v1/variations/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    Fields variation = reply.fields("/generated_image_variation_generic/0");
    JobUpdate.Builder update = state(reply.required("/generated_image_variation_generic/0/status"));
    // Without its id: where a picture is asked for by id, that of a variation is no good.
    variation.text("url").ifPresent(url -> update.output(Output.url("image", url).build()));
    return update.build();
  }
}
