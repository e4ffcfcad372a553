// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

/** Where a job stands. */
public enum JobState {
  /** Accepted and waiting for its turn. */
  QUEUED,
  /** Being worked on. */
  RUNNING,
  /** Ended with outputs. */
  SUCCEEDED,
  /** Ended without outputs; the exception says why. */
  FAILED,
  /** Ended because somebody asked for it. */
  CANCELED,
  /** No longer known to the vendor. */
  EXPIRED;

  /** Whether a job in this state never changes again. */
  public boolean terminal() {
    return this != QUEUED && this != RUNNING;
  }
}
