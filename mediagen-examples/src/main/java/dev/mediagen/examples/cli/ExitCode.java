// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the program ends, so that scripts know what to do next. */
enum ExitCode {
  DONE(0, "done"),
  UNEXPECTED(1, "something unexpected; --debug shows where"),
  INVALID(2, "wrong usage or invalid request; nothing was spent"),
  ACCOUNT(3, "not configured, key refused, not permitted, or out of credit"),
  MODERATED(4, "refused by moderation"),
  VENDOR(5, "the vendor failed or is not available"),
  TIMEOUT(6, "timeout; the handle to resume with is printed"),
  UNKNOWN(7, "outcome unknown: the job may run, and may be billed"),
  INTERRUPTED(130, "interrupted");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  /** What a failure means for the shell. */
  static ExitCode of(Throwable failure) {
    if (failure instanceof MediaException media) {
      return of(media.kind());
    }
    return failure instanceof InterruptedException ? INTERRUPTED : UNEXPECTED;
  }

  static ExitCode of(ErrorKind kind) {
    return switch (kind) {
      case INVALID_REQUEST, UNSUPPORTED, RETIRED, NOT_FOUND -> INVALID;
      case UNCONFIGURED, AUTHENTICATION, PERMISSION, INSUFFICIENT_CREDITS -> ACCOUNT;
      case CONTENT_FILTERED -> MODERATED;
      case RATE_LIMITED, PROVIDER_UNAVAILABLE, CANCELED, EXPIRED, FAILED, PROTOCOL, TRANSFER ->
          VENDOR;
      case TIMEOUT -> TIMEOUT;
      case SUBMISSION_UNKNOWN -> UNKNOWN;
    };
  }

  /** All codes with their meanings, for the help. */
  static Map<String, String> help() {
    Map<String, String> help = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(exit -> help.put("%4d".formatted(exit.code), exit.meaning));
    return help;
  }
}
