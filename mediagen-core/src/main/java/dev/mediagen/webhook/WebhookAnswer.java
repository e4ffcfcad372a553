// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import dev.mediagen.JobHandle;
import java.util.Optional;

/**
 * What came of a delivery, and what the web server should answer the vendor.
 *
 * @param outcome what it led to
 * @param status the HTTP status to answer with
 * @param body the body to answer with, JSON or empty
 * @param reason why, in a few words without a secret
 * @param job the job that it concerns, where one was found
 */
public record WebhookAnswer(
    Outcome outcome, int status, String body, String reason, Optional<JobHandle> job) {

  /** What a delivery led to. */
  public enum Outcome {
    /** It is genuine, and the job it concerns was looked after. */
    TAKEN,
    /** It is genuine and came before; nothing was done. */
    DUPLICATE,
    /** It is genuine, and its job had ended already; nothing was done. */
    FINISHED,
    /** It is genuine, and this client follows no such job; nothing was done. */
    UNKNOWN_JOB,
    /** It cannot be shown to be the vendor's; nothing was done. */
    REFUSED,
    /** The vendor tries out the address and wants its challenge back. */
    CHALLENGE
  }
}
