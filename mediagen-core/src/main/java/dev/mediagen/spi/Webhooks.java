// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.JobHandle;
import java.util.Optional;

/**
 * How a vendor's webhooks read. The engine verifies the signature by the declared scheme, finds the
 * job by its id, and takes the news as a hint to ask; only where a vendor cannot be asked does
 * {@link #onNews} count. Pure.
 */
public interface Webhooks {
  /** The vendor's id of the job the news is about; none when it is about no job. */
  Optional<String> jobId(HttpReply news);

  /** What the news says of the job. */
  JobUpdate onNews(JobHandle job, HttpReply news);
}
