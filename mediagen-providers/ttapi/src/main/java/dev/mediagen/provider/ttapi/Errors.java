// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ttapi;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/** Errors are texts, the reseller's or Midjourney's own, mostly in a 200. */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "-1", "-7")
          .code(ErrorKind.INVALID_REQUEST, "-2")
          .code(ErrorKind.AUTHENTICATION, "-3")
          .code(ErrorKind.INSUFFICIENT_CREDITS, "-4")
          .code(ErrorKind.RATE_LIMITED, "-5")
          .code(ErrorKind.NOT_FOUND, "-6")
          .code(ErrorKind.PERMISSION, "-8")
          .phrase(
              ErrorKind.CONTENT_FILTERED,
              "banned prompt",
              "ai moderator",
              "image denied",
              "blocked content",
              "moderation")
          .phrase(
              ErrorKind.INVALID_REQUEST,
              "invalid parameter",
              "unrecognized parameter",
              "invalid value provided for argument",
              "invalid link",
              "empty prompt")
          .phrase(ErrorKind.RATE_LIMITED, "queue full", "job queued", "slow down")
          .phrase(
              ErrorKind.PROVIDER_UNAVAILABLE,
              "action needed to continue",
              "credits exhausted",
              "fast hours",
              "internal error");

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    return TABLE.read(reply, reply.at("/code"), message(reply));
  }

  /** Why a job failed. */
  static ErrorDetails ofJob(HttpReply reply) {
    return TABLE.details(200, Optional.empty(), message(reply).orElse("")).build();
  }

  private static Optional<String> message(HttpReply reply) {
    return reply.at("/message");
  }
}
