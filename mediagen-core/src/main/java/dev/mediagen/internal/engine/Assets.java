// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaListener;
import dev.mediagen.internal.download.Again;
import dev.mediagen.internal.download.Downloads;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes what users get of the outputs of jobs.
 *
 * @param listener who is told of downloads that belong to no request of this client
 */
record Assets(Downloads downloads, Asking asking, MediaListener listener) {
  /** The outputs of one job, all of them and in its vendor's order. */
  List<MediaAsset> of(Provider provider, JobHandle job, List<Output> outputs, MediaListener told) {
    List<MediaAsset> assets = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Optional<Again> again = again(provider, job, i);
      assets.add(
          new EngineAsset(
              outputs.get(i),
              downloads.of(provider, outputs.get(i), Optional.of(job), again),
              downloads,
              told));
    }
    return assets;
  }

  /** An output that cannot be asked for again, as it is not known which one it was of which job. */
  MediaAsset alone(Provider provider, Optional<JobHandle> job, Output output) {
    return new EngineAsset(
        output, downloads.of(provider, output, job, Optional.empty()), downloads, listener);
  }

  private Optional<Again> again(Provider provider, JobHandle job, int position) {
    Operation operation = Providers.operation(provider, job.operation());
    return operation.freshUrls() && operation.pollable() && !job.stage().equals(FollowedJob.ENDED)
        ? Optional.of(new Again(() -> asking.outputs(provider, job), position))
        : Optional.empty();
  }
}
