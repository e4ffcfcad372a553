// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

/** What came of the wish to cancel a job. */
public enum CancelOutcome {
  /** The vendor took the cancellation. */
  CANCELED,
  /** The job had already ended, or can no longer be stopped; it may be billed. */
  TOO_LATE,
  /** This vendor offers no cancellation: the job runs on and will be billed. */
  NOT_SUPPORTED
}
