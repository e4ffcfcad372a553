// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/** Ideogram's errors: {@code {"error", "reject_reason"}}, the reason only where there is one. */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.INSUFFICIENT_CREDITS, "insufficient_funds")
          // It comes with 402 too, though only time is wanting.
          .code(ErrorKind.RATE_LIMITED, "inflight_limit")
          .phrase(ErrorKind.CONTENT_FILTERED, "safety")
          .status(ErrorKind.CONTENT_FILTERED, 422);

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    return TABLE.read(reply, reply.at("/reject_reason"), reply.at("/error"));
  }

  /** Why a job failed: free text, which alone tells moderation from the rest. */
  static ErrorDetails ofJob(String reason) {
    return TABLE.details(200, Optional.empty(), reason).build();
  }

  /** Every picture was held back by the vendor. */
  static ErrorDetails unsafe() {
    return ofJob("no picture passed the safety check");
  }
}
