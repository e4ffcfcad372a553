// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/** Kling's errors: {@code {"code", "message", "request_id"}}, whatever the HTTP status. */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.AUTHENTICATION, "1000", "1001", "1002", "1003", "1004")
          .code(ErrorKind.PERMISSION, "1100", "1103", "1304")
          .code(ErrorKind.INSUFFICIENT_CREDITS, "1101", "1102")
          .code(ErrorKind.INVALID_REQUEST, "1200", "1201")
          .code(ErrorKind.NOT_FOUND, "1202", "1203")
          .code(ErrorKind.CONTENT_FILTERED, "1300", "1301")
          .code(ErrorKind.RATE_LIMITED, "1302", "1303")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "5000", "5001")
          .code(ErrorKind.TIMEOUT, "5002")
          .phrase(ErrorKind.CONTENT_FILTERED, "risk control", "content security");

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    return TABLE.read(reply, reply.at("/code"), reply.at("/message"));
  }

  /** Why a task failed: free text, which alone tells moderation from the rest. */
  static ErrorDetails ofTask(String message) {
    return TABLE.details(200, Optional.empty(), message).build();
  }
}
