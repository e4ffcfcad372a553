// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.JobHandle;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Masking;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.media.MediaTypes;
import dev.mediagen.spi.Output;
import java.util.Optional;
import java.util.Set;

/** The output that is to be downloaded, and failures that name it. */
record Wanted(Provider provider, Output output, Optional<JobHandle> job) {
  private static final Set<String> MEDIA = Set.of("image", "video", "audio", "mask", "thumbnail");

  /** What was announced, in a word for people. */
  String announced() {
    return output.mediaType().map(MediaTypes::normal).orElse(output.role());
  }

  /** Whether a page of text in the place of the output cannot be the output. */
  boolean isMedia() {
    String type = announced();
    return MEDIA.contains(type.split("/", 2)[0])
        || (type.equals(MediaTypes.UNKNOWN) && MEDIA.contains(output.role()));
  }

  /** Details of a failure, with what is known of the output. */
  ErrorDetails.Builder details(ErrorKind kind, String message) {
    // The job that made the output is on the bill, whether its bytes come or not.
    return ErrorDetails.of(kind, new Masking(provider.secrets()).text(message))
        .billing(job.isPresent() ? Billing.POSSIBLE : Billing.NONE)
        .provider(provider.id())
        .handle(job)
        .model(job.map(JobHandle::model));
  }

  /** The bytes are not what was announced, and would not be the next time. */
  MediaException unusable(String message) {
    return new MediaException(details(ErrorKind.TRANSFER, message).build());
  }
}
