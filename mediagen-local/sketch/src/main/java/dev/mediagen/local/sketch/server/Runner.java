// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.InvalidInput;
import dev.mediagen.local.sketch.model.RunFailed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs, a few at a time, and puts what they make on the shelf. */
final class Runner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  private final Jobs jobs;
  private final FileShelf shelf;
  private final ExecutorService threads = DaemonThreads.pool("run", Limits.SLOTS);
  private final AtomicInteger running = new AtomicInteger();
  private final Map<String, Double> averageSeconds = new ConcurrentHashMap<>();

  Runner(Jobs jobs, FileShelf shelf) {
    this.jobs = jobs;
    this.shelf = shelf;
  }

  void start(Job job) {
    threads.execute(() -> run(job));
  }

  int running() {
    return running.get();
  }

  /** Seconds that a run of each model took, with a bias to late runs. */
  Map<String, Double> averageSeconds() {
    return averageSeconds;
  }

  private void run(Job job) {
    if (!jobs.take(job) || !job.begin()) {
      return;
    }
    running.incrementAndGet();
    try {
      List<Artifact> made = job.work().make(job);
      job.checkWanted();
      job.succeed(keep(made));
      note(job);
    } catch (CancellationException e) {
      job.endCancelled();
    } catch (RunFailed e) {
      job.fail(e.errorCode(), String.valueOf(e.getMessage()));
    } catch (InvalidInput e) {
      job.fail("invalid_input", String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      job.fail("out_of_memory", "The process has too little memory for this size");
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      LOG.warn("The run {} of {} broke off", job.order().id(), job.order().model(), e);
      job.fail("internal", e.toString());
    } finally {
      running.decrementAndGet();
    }
  }

  private ArrayNode keep(List<Artifact> made) {
    ArrayNode output = Json.object().putArray("output");
    for (Artifact artifact : made) {
      StoredFile file = shelf.put(artifact.bytes(), artifact.contentType(), artifact.extension());
      output
          .addObject()
          .put("url", file.path())
          .put("content_type", file.contentType())
          .put("size_bytes", file.bytes().length)
          .put("sha256", file.sha256())
          .put("role", artifact.role())
          .setAll(artifact.facts());
    }
    return output;
  }

  private void note(Job job) {
    Instant started = job.state().startedAt();
    Instant completed = job.state().completedAt();
    if (started != null && completed != null) {
      double seconds = Duration.between(started, completed).toMillis() / 1000.0;
      averageSeconds.merge(job.order().model(), seconds, (before, now) -> before * 0.7 + now * 0.3);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    DaemonThreads.await(threads);
  }
}
