// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;

/** Recraft's errors: {@code {"code", "message"}}. The code of a bad request is no reason yet. */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.AUTHENTICATION, "unauthorized")
          .code(ErrorKind.INSUFFICIENT_CREDITS, "not_enough_credits")
          .phrase(ErrorKind.INSUFFICIENT_CREDITS, "not enough credits")
          // A complaint about this field is no moderation, though it has the word in its name.
          .phrase(ErrorKind.INVALID_REQUEST, "block_nsfw")
          .phrase(ErrorKind.CONTENT_FILTERED, "moderation", "nsfw");

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    return TABLE.read(reply, reply.at("/code"), reply.at("/message"));
  }
}
