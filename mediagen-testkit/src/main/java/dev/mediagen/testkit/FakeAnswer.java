// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.error.ErrorKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What a {@link FakeProvider} does with one request. */
sealed interface FakeAnswer {
  /** How long the job takes. */
  Duration takes();

  /** An output of some bytes. */
  record Made(byte[] bytes, String mediaType, Duration takes) implements FakeAnswer {}

  /** A text, which is the whole outcome. */
  record Said(String text, Duration takes) implements FakeAnswer {}

  /** A job that never ends by itself. */
  record Hanging(Duration takes) implements FakeAnswer {}

  /** A failure. */
  record Failed(ErrorKind kind, String message, Duration takes) implements FakeAnswer {
    /** What befalls jobs that were taken; all else is said at the door. */
    private static final Set<ErrorKind> LATER =
        EnumSet.of(
            ErrorKind.FAILED,
            ErrorKind.CONTENT_FILTERED,
            ErrorKind.CANCELED,
            ErrorKind.EXPIRED,
            ErrorKind.TRANSFER);

    /** Whether the job is not even taken. */
    boolean atTheDoor() {
      return !LATER.contains(kind);
    }
  }
}
