// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission whose outcome is not known: the call may have reached the vendor, no answer came,
 * and the vendor offers no way to repeat it safely. The job may be running, and may be billed. It
 * is never submitted again by itself; {@link #clientId()} and {@link #sentAt()} help to look for
 * it.
 */
public final class SubmissionUnknownException extends MediaException {
  private static final long serialVersionUID = 1;

  private final String clientId;
  private final transient Instant sentAt;

  /** An exception with what is needed to look for the job. */
  public SubmissionUnknownException(
      ErrorDetails details, String clientId, Instant sentAt, @Nullable Throwable cause) {
    super(details, cause);
    this.clientId = clientId;
    this.sentAt = sentAt;
  }

  /** The id this library gave the submission; sent to vendors that take one. */
  public String clientId() {
    return clientId;
  }

  /** When the call was made. */
  public Instant sentAt() {
    return sentAt;
  }
}
