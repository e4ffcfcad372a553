// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import org.immutables.value.Value;

/** What a client found in its store of the jobs that an earlier process left behind. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Recovery {
  /** The unfinished jobs, each of which is followed again. */
  List<MediaJob<? extends MediaResult>> jobs();

  /**
   * The submissions whose outcome nobody knows: the process died before the vendor's answer came,
   * and the vendor has no way to look. They may be running, and may be billed. They stay in the
   * store until {@link MediaClient#forget} is called for them.
   */
  List<SubmissionUnknownException> unknown();

  /** The submissions of which the vendor says that they never became a job; nothing was spent. */
  List<JobIntent> notSent();

  /**
   * What cannot be followed now, each with the reason: an adapter that is missing, a key that is
   * not set, a vendor that cannot be asked. They stay in the store.
   */
  List<MediaException> failures();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Recovery}. Not thread-safe. */
  class Builder extends ImmutableRecovery.Builder {
    Builder() {}
  }
}
