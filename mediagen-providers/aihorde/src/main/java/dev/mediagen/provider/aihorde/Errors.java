// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.aihorde;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/** AI Horde's errors: {@code {"message", "rc"}}; the word in rc decides, not the status. */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.CONTENT_FILTERED, "CorruptPrompt", "Profanity")
          .code(
              ErrorKind.PROVIDER_UNAVAILABLE, "NoValidWorkers", "MaintenanceMode", "NoValidActions")
          .code(ErrorKind.AUTHENTICATION, "InvalidAPIKey")
          .code(
              ErrorKind.INSUFFICIENT_CREDITS,
              "KudosUpfront",
              "SharedKeyEmpty",
              "SharedKeyInsufficientKudos")
          .code(ErrorKind.EXPIRED, "RequestExpired")
          .code(ErrorKind.RATE_LIMITED, "Locked", "TooManyPrompts")
          .status(ErrorKind.RATE_LIMITED, 423);

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    Optional<String> message =
        reply
            .at("/message")
            .map(
                said -> {
                  String errors = reply.json().path("errors").toString();
                  return errors.isEmpty() ? said : said + ": " + errors;
                });
    return TABLE.read(reply, reply.at("/rc"), message);
  }

  /** Workers gave up on it, three of them or more. */
  static ErrorDetails faulted() {
    return ErrorDetails.of(ErrorKind.PROVIDER_UNAVAILABLE, "the workers gave up on it")
        .vendorMessage("faulted")
        .retryable(true)
        .build();
  }

  /** Every picture was replaced by a placeholder. */
  static ErrorDetails censored() {
    return ErrorDetails.of(ErrorKind.CONTENT_FILTERED, "every picture was censored")
        .vendorMessage("censored")
        .build();
  }
}
