// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.mediagen.benchmarks.vendor.Micros;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The program that is measured: runs phases one after the other with one contender, and prints a
 * line of JSON with its measures after each. When each job was known to be done goes to a file.
 *
 * @param <Q> the contender's form of a request
 */
public final class ScaleClient<Q> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final com.sun.management.ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

  private final Contender<Q> contender;
  private final Path folder;
  private final int all;
  private final int idleThreads;

  private ScaleClient(Contender<Q> contender, Path folder, int all, int idleThreads) {
    this.contender = contender;
    this.folder = folder;
    this.all = all;
    this.idleThreads = idleThreads;
  }

  /**
   * Arguments: the contender, the vendor's URL, a folder for files, how many jobs, and the phases.
   */
  public static void main(String[] args) throws Exception {
    int idle = THREADS.getThreadCount();
    Path folder = Path.of(args[2]);
    int all = Integer.parseInt(args[3]);
    List<Phase> phases = Stream.of(args).skip(4).map(Phase::valueOf).toList();
    if (args[0].equals(ScaleBenchmark.MEDIAGEN)) {
      try (MediagenContender contender = new MediagenContender(args[1])) {
        for (Phase phase : phases) {
          new ScaleClient<>(contender, folder, all, idle).run(phase);
        }
      }
    } else {
      try (OkHttpContender contender = new OkHttpContender(args[1])) {
        for (Phase phase : phases) {
          contender.moments(Schedules.read(folder, phase));
          new ScaleClient<>(contender, folder, all, idle).run(phase);
        }
      }
    }
  }

  private void run(Phase phase) throws IOException, InterruptedException {
    int jobs = phase.jobs(all);
    Map<Measure, Double> found = phase == Phase.WAITING ? waiting(phase, jobs) : load(phase, jobs);
    System.out.println(JSON.writeValueAsString(found));
  }

  private Map<Measure, Double> load(Phase phase, int jobs)
      throws IOException, InterruptedException {
    String[] ids = new String[jobs];
    long[] known = new long[jobs];
    List<Throwable> failures = new ArrayList<>();
    CountDownLatch left = new CountDownLatch(jobs);
    System.gc();
    THREADS.resetPeakThreadCount();
    long cpu = SYSTEM.getProcessCpuTime();
    OptionalLong jvm = JvmThreads.cpu();
    long start = System.nanoTime();
    for (int i = 0; i < jobs; i++) {
      int index = i;
      LockSupport.parkNanos(start + phase.spread().toNanos() / jobs * i - System.nanoTime());
      contender
          .start(contender.request(phase.job(i)))
          .whenComplete(
              (id, failure) -> {
                ids[index] = id;
                known[index] = Micros.now();
                if (failure != null) {
                  synchronized (failures) {
                    failures.add(failure);
                  }
                }
                left.countDown();
              });
    }
    left.await();
    double wall = (System.nanoTime() - start) / 1e9;
    Map<Measure, Double> found = new EnumMap<>(Measure.class);
    found.put(Measure.CPU, (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / jobs);
    found.put(Measure.WALL, wall);
    if (jvm.isPresent()) {
      found.put(Measure.JVM, (JvmThreads.cpu().orElseThrow() - jvm.getAsLong()) / (double) jobs);
    }
    found.put(Measure.THREADS, (double) THREADS.getPeakThreadCount() - idleThreads);
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.size() + " jobs failed", failures.get(0));
    }
    Schedules.known(folder, phase, ids, known);
    return found;
  }

  /** What the heap holds of jobs that wait, at a moment when nothing is sent. */
  private Map<Measure, Double> waiting(Phase phase, int jobs)
      throws IOException, InterruptedException {
    Map<String, Long> before = Heap.histogram();
    long empty = Heap.used();
    List<Q> requests = new ArrayList<>(jobs);
    for (int i = 0; i < jobs; i++) {
      requests.add(contender.request(phase.job(i)));
    }
    long asked = Heap.used();
    int accepted = contender.accepted() + jobs;
    List<CompletableFuture<String>> futures = new ArrayList<>(jobs);
    for (Q request : requests) {
      futures.add(contender.start(request));
    }
    while (contender.accepted() < accepted) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      futures.stream()
          .filter(CompletableFuture::isCompletedExceptionally)
          .forEach(ScaleClient::fail);
    }
    long waiting = Heap.used();
    Map<String, Long> after = Heap.histogram();
    requests.clear();
    futures.clear();
    long alone = Heap.used();
    Files.write(folder.resolve("heap"), Heap.grown(before, after, jobs, 40));
    Map<Measure, Double> found = new EnumMap<>(Measure.class);
    found.put(Measure.HEAP_REQUEST, (asked - empty) / (double) jobs);
    found.put(Measure.HEAP_JOB, (waiting - asked) / (double) jobs);
    found.put(Measure.HEAP_ALONE, (alone - empty) / (double) jobs);
    return found;
  }

  private static void fail(CompletableFuture<String> failed) {
    throw new CompletionException(
        failed.handle((id, failure) -> failure).join()); // Who waits for it would wait for ever.
  }
}
