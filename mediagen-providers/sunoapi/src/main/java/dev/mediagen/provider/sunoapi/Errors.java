// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/** Errors: {@code {"code", "msg"}}. The codes look like HTTP statuses, and mean other things. */
final class Errors {
  private static final ErrorTable CALLS =
      ErrorTable.usual()
          .code(ErrorKind.RATE_LIMITED, "405", "430")
          .code(ErrorKind.INSUFFICIENT_CREDITS, "429")
          .code(ErrorKind.INVALID_REQUEST, "400", "413")
          .code(ErrorKind.AUTHENTICATION, "401")
          .code(ErrorKind.NOT_FOUND, "404")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "455", "500")
          .status(ErrorKind.RATE_LIMITED, 430)
          .status(ErrorKind.PROVIDER_UNAVAILABLE, 455);

  /** Of a task they mean other things again: 400 and 413 are about what belongs to others. */
  private static final ErrorTable TASKS =
      ErrorTable.usual()
          .code(ErrorKind.CONTENT_FILTERED, "SENSITIVE_WORD_ERROR", "400", "413")
          .code(ErrorKind.TIMEOUT, "408")
          .code(ErrorKind.FAILED, "500", "501")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "531");

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    return CALLS.read(reply, reply.at("/code"), reply.at("/msg"));
  }

  /** Why a task failed: by its status where that says enough, else by its code. */
  static ErrorDetails ofTask(Fields task, String status) {
    Optional<String> code =
        status.equals("SENSITIVE_WORD_ERROR") ? Optional.of(status) : task.text("errorCode");
    return TASKS.details(200, code, task.text("errorMessage").orElse(status)).build();
  }
}
