// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.kill;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaResult;
import dev.mediagen.Recovery;
import dev.mediagen.benchmarks.vendor.BenchProvider;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.store.JobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The program that is killed: takes up what the one before left behind, then keeps so many jobs in
 * flight, and writes down what became of each.
 */
public final class KillClient {
  private final Path folder;
  private final String model;
  private final Semaphore places;
  private final int flight;
  private final AppendFile finished;
  private final AppendFile unknown;
  private final AppendFile notSent;
  private final AppendFile failed;

  private KillClient(Path folder, String model, int flight) throws IOException {
    this.folder = folder;
    this.model = model;
    this.flight = flight;
    this.places = new Semaphore(flight);
    this.finished = new AppendFile(folder.resolve("finished"));
    this.unknown = new AppendFile(folder.resolve("unknown"));
    this.notSent = new AppendFile(folder.resolve("not-sent"));
    this.failed = new AppendFile(folder.resolve("failed"));
  }

  /** Arguments: the vendor's URL, a folder, the model, jobs in flight, jobs to submit at most. */
  public static void main(String[] args) throws Exception {
    new KillClient(Path.of(args[1]), args[2], Integer.parseInt(args[3]))
        .run(args[0], Integer.parseInt(args[4]));
  }

  private void run(String vendor, int most) throws InterruptedException {
    try (MediaClient client =
        MediaClient.builder()
            .discover(false)
            .adapter(new BenchProvider())
            .provider("bench", settings -> settings.baseUrl(vendor).apiKey("a-key"))
            .store(JobStore.journal(folder.resolve("journal")))
            .build()) {
      System.out.println("recovering"); // From here on it may be killed.
      Recovery recovery = client.recover().join();
      recovery.jobs().forEach(job -> job.result().whenComplete(this::ended));
      recovery.unknown().forEach(lost -> unknown(client, lost));
      recovery.notSent().forEach(intent -> notSent.add(intent.clientId()));
      recovery.failures().forEach(failure -> failed.add("recovery: " + failure.getMessage()));
      places.acquire(recovery.jobs().size());
      for (int i = 0; i < most; i++) {
        places.acquire();
        submit(client, i);
      }
      places.acquire(flight); // All have ended.
    }
  }

  private void submit(MediaClient client, int number) {
    client
        .generate(
            ImageRequest.builder()
                .model(model)
                .prompt("a lighthouse in a storm, number " + number)
                .build())
        .whenComplete(this::ended);
  }

  private void ended(@Nullable MediaResult result, @Nullable Throwable failure) {
    if (result != null) {
      result.jobs().forEach(job -> finished.add(job.jobId()));
    } else {
      failed.add(String.valueOf(failure));
    }
    places.release();
  }

  /** It is written down first: what is forgotten and not written down would be lost. */
  private void unknown(MediaClient client, SubmissionUnknownException lost) {
    unknown.add(lost.clientId());
    client.forget(lost.clientId());
  }
}
