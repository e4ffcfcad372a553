// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.JobHandle;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;

/** Tells people what went wrong: a paragraph, not a stack trace. */
final class Failures {
  private Failures() {}

  /** Prints a failure, and gives the code to exit with. */
  static int report(Throwable thrown, CommandLine line) {
    PrintWriter err = line.getErr();
    Throwable failure = unwrap(thrown);
    err.println("error: " + message(failure));
    Arrays.stream(failure.getSuppressed())
        .forEach(earlier -> err.println("before that: " + message(earlier)));
    if (failure instanceof SubmissionUnknownException unknown) {
      err.println("sent " + unknown.sentAt() + " under the id " + unknown.clientId());
    } else if (failure instanceof MediaException media && worthResuming(media)) {
      media.handle().ifPresent(handle -> err.println(resume(handle)));
    }
    if (Main.debug(line)) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.of(failure).code();
  }

  /** The command that comes back to a job; a handle holds no secret. */
  static String resume(JobHandle handle) {
    return "mediagen resume '" + handle.toJson().replace("'", "'\\''") + "'";
  }

  private static boolean worthResuming(MediaException failure) {
    return failure.kind() == ErrorKind.TIMEOUT || failure.kind() == ErrorKind.TRANSFER;
  }

  /** What people are told of a failure. */
  static String message(Throwable thrown) {
    Throwable failure = unwrap(thrown);
    return failure instanceof MediaException && failure.getMessage() != null
        ? failure.getMessage()
        : failure + " (--debug shows where)";
  }

  /** The failure itself, out of what a future wraps around it. */
  private static Throwable unwrap(Throwable thrown) {
    Throwable failure = thrown;
    while (failure instanceof CompletionException && failure.getCause() != null) {
      failure = failure.getCause();
    }
    return failure;
  }
}
