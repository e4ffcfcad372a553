// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import dev.mediagen.CancelOutcome;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.error.Billing;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One cell of the matrix, played by somebody who uses a client and looks at what comes of it. */
final class Play implements AutoCloseable {
  /** What nobody waits for any longer, in real time. */
  private static final int LONGEST_SECONDS = 10;

  private final Stage stage;
  private final Path directory;
  private final String name;
  private final boolean once;
  private final List<String> complaints = new ArrayList<>();

  /**
   * A play.
   *
   * @param directory where outputs are written
   */
  Play(Stage stage, Path directory) {
    this.stage = stage;
    this.directory = directory;
    this.name = stage.toString();
    this.once = stage.once();
  }

  /** What came out, in the words of {@link Outcome}, and how many jobs may be on the bill. */
  String outcome() {
    String how;
    try (MediaClient client = stage.client()) {
      how = stage.exchange() == Exchange.CANCEL ? cancel(client) : make(client);
    }
    complaints.addAll(Leaks.connections(stage.vendor()));
    return how + " " + stage.taken();
  }

  /** What is wrong in whatever cell it happens. */
  List<String> complaints() {
    return complaints.stream().map(what -> name + ": " + what).toList();
  }

  private String make(MediaClient client) {
    try {
      return save(stage.clock().await(client.generate(stage.request())));
    } catch (MediaException e) {
      return failed(e);
    } catch (AssertionError e) {
      return "hangs"; // The clock gave up: nothing was due, and nothing came.
    }
  }

  private String save(ImageResult result) {
    Path file = directory.resolve(name + ".png");
    try {
      // On a thread of its own: pauses between tries are over when this one moves the clock.
      stage.clock().await(CompletableFuture.supplyAsync(() -> write(result, file)));
      byte[] bytes = Files.readAllBytes(file);
      return Arrays.equals(bytes, Samples.png()) ? "ok" : "other";
    } catch (MediaException e) {
      return failed(e);
    } catch (IOException | UncheckedIOException e) {
      keepsSecrets(e);
      return "io";
    } finally {
      noParts();
    }
  }

  private static Path write(ImageResult result, Path file) {
    try {
      return result.image().writeTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void noParts() {
    try (Stream<Path> files = Files.list(directory)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.startsWith("." + name + "."))
          .forEach(file -> complaints.add(file + " is left"));
    } catch (IOException e) {
      complaints.add(e.toString());
    }
  }

  /** Asks for the cancel, once more when the fault was for once, and lets the job end. */
  private String cancel(MediaClient client) {
    MediaJob<ImageResult> job = stage.clock().await(client.submit(stage.request()));
    String first = ask(job);
    String last = once && !first.equals("canceled") ? ask(job) : first;
    if (once && !last.equals("canceled")) {
      complaints.add("a second wish to cancel was answered with " + last);
    }
    stage.letJobEnd();
    String end = end(job);
    if (end.startsWith("canceled") != last.equals("canceled")) {
      complaints.add("after " + last + " the job ended with " + end);
    }
    return first;
  }

  private String end(MediaJob<ImageResult> job) {
    try {
      stage.clock().await(job.result());
      return "ok";
    } catch (MediaException e) {
      return failed(e);
    }
  }

  /** Waits without the clock, so that the polls do not run ahead of the answer. */
  private String ask(MediaJob<ImageResult> job) {
    try {
      CancelOutcome outcome = job.cancel().get(LONGEST_SECONDS, TimeUnit.SECONDS);
      return Outcome.of(outcome);
    } catch (ExecutionException e) {
      return e.getCause() instanceof MediaException failure
          ? failed(failure)
          : String.valueOf(e.getCause());
    } catch (TimeoutException e) {
      return "hangs";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String failed(MediaException failure) {
    keepsSecrets(failure);
    if (failure instanceof SubmissionUnknownException unknown
        && (unknown.clientId().isEmpty() || unknown.billing() != Billing.POSSIBLE)) {
      complaints.add("an unknown submission that does not say enough: " + failure.getMessage());
    }
    return Outcome.of(failure);
  }

  private void keepsSecrets(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t.toString().contains(Stage.KEY)) {
        complaints.add("the key is in a " + t.getClass());
      }
    }
  }

  @Override
  public void close() {
    stage.close();
  }
}
