// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/**
 * Has requests made: submits them, shows their progress, writes their outputs. Nothing in it waits:
 * whoever wants to, joins the future.
 */
final class Studio implements AutoCloseable {
  private final MediaClient client;
  private final OutputFiles files;
  private final PrintWriter err;
  private final Progress progress;
  private final Thread onInterrupt = new Thread(this::interrupted, "interrupted");

  Studio(MediaClient client, OutputFiles files, CommandLine line, Terminal terminal) {
    this.client = client;
    this.files = files;
    this.err = line.getErr();
    this.progress = new Progress(err, terminal);
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** Submits a request; the future has its result, written to files. */
  <R extends MediaResult> CompletableFuture<Made<R>> make(String name, MediaRequest<R> request) {
    try {
      return client
          .submit(request, progress.line(name, request.model()))
          .thenCompose(MediaJob::result)
          .thenApply(result -> written(name, request, result));
    } catch (MediaException refused) {
      // What needs no call to be refused is thrown at once: there is no progress to show.
      return CompletableFuture.failedFuture(refused);
    }
  }

  private <R extends MediaResult> Made<R> written(String name, MediaRequest<R> request, R result) {
    try {
      return new Made<>(name, request, result, files.write(name, result));
    } catch (IOException e) {
      String why = "made, but not written: " + Words.why(e);
      throw paid(result, ErrorDetails.of(ErrorKind.TRANSFER, why).model(result.model()), e);
    } catch (MediaException e) {
      throw paid(result, e.details().toBuilder(), e);
    }
  }

  /** What was made is paid for: the failure tells how to come back for it. */
  private static MediaException paid(
      MediaResult result, ErrorDetails.Builder details, Exception cause) {
    result.jobs().stream().findFirst().ifPresent(details::handle);
    return new MediaException(
        details.advice("the job is paid for: resume it, with another --out if need be").build(),
        cause);
  }

  /** Waits until all have ended, one way or the other. */
  static void await(Collection<? extends CompletableFuture<?>> all) {
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null)
        .join();
  }

  /** Ctrl-C ends the waiting, not the jobs: their names are all that is needed to come back. */
  private void interrupted() {
    List<JobHandle> open = progress.open();
    if (!open.isEmpty()) {
      err.println("Interrupted. What vendors have accepted goes on there, and may be billed:");
      open.forEach(job -> err.println(Failures.resume(job)));
      err.flush();
    }
  }

  @Override
  public void close() {
    progress.close();
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      // The program is being interrupted: the hook has its say.
    }
  }
}
