// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.MediaRequest;
import dev.mediagen.error.ErrorKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A provider for unit tests of code that uses mediagen: it answers as it was told, and remembers
 * what it was asked. Requests go through the real engine, over loopback, to a vendor inside the
 * process; nothing else is reached and no key is needed.
 *
 * <pre>{@code
 * try (FakeProvider fake = FakeProvider.of("fal")) {
 *   fake.makes(Samples.png(), "image/png");
 *   Path file = new CoverPainter(fake.client()).paint("a quiet harbour");
 *   assertThat(file).hasBinaryContent(Samples.png());
 *   assertThat(fake.requests()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It takes every model id that begins with its name. When the adapter of that name is on the
 * class path, its catalogue is used, so that requests are checked and priced as in production;
 * otherwise they are sent unchecked, with a warning on the result.
 *
 * <p>Answers are given in the order in which they were told; the last one is given again and again.
 * A submission that the engine repeats takes the next one. Time passes by itself: a job that {@link
 * #takes} an hour is done at once, with an hour on the clock; one that {@link #hangs} meets its
 * deadline. With a {@link #of(String, FakeClock) clock of one's own} time passes only when the test
 * says so. Thread-safe.
 */
public final class FakeProvider implements AutoCloseable {
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final FakeAdapter adapter;
  private final FakeClock clock;
  private final Optional<Thread> time;
  private final FakeJobs jobs;
  private final Deque<FakeAnswer> answers = new ArrayDeque<>();
  private final List<MediaRequest<?>> requests = new CopyOnWriteArrayList<>();
  private final List<MediaClient> clients = new CopyOnWriteArrayList<>();
  private Duration takes = Duration.ZERO;

  private FakeProvider(String id, FakeClock clock, Optional<Thread> time) {
    this.clock = clock;
    this.time = time;
    this.adapter = new FakeAdapter(id);
    this.jobs = new FakeJobs(vendor, clock);
    vendor.on("POST /jobs/*", this::submitted);
  }

  /**
   * A provider for which time passes by itself.
   *
   * @param id its short id: the first segment of its model ids, for example {@code fal}
   */
  public static FakeProvider of(String id) {
    FakeClock clock = new FakeClock();
    Thread time = new Thread(() -> hurry(clock), "mediagen-testkit-time");
    time.setDaemon(true);
    time.start();
    return new FakeProvider(id, clock, Optional.of(time));
  }

  /**
   * A provider for which time passes only when the test says so, by {@link FakeClock#await} or
   * {@link FakeClock#advance}; a future that is merely joined may never complete. Two providers of
   * one client need the same clock.
   */
  public static FakeProvider of(String id, FakeClock clock) {
    return new FakeProvider(id, clock, Optional.empty());
  }

  /** Next, it makes an output of these bytes, whatever is asked for. */
  public FakeProvider makes(byte[] bytes, String mediaType) {
    return answers(new FakeAnswer.Made(bytes.clone(), mediaType, takes()));
  }

  /** Next, it answers with a text, as requests for transcripts want it. */
  public FakeProvider transcribes(String text) {
    return answers(new FakeAnswer.Said(text, takes()));
  }

  /**
   * Next, it fails. Jobs that were taken fail with {@code FAILED}, {@code CONTENT_FILTERED}, {@code
   * CANCELED} and {@code EXPIRED}; with {@code TRANSFER} the job succeeds and its output cannot be
   * downloaded; with {@code SUBMISSION_UNKNOWN} the connection breaks before an answer, and the
   * message is not heard. All other kinds are refusals of the request, for which nothing was spent;
   * the engine repeats those after which trying again can help.
   */
  public FakeProvider fails(ErrorKind kind, String message) {
    return answers(new FakeAnswer.Failed(kind, message, takes()));
  }

  /** Next, it takes a job and never finishes it, unless it is cancelled. */
  public FakeProvider hangs() {
    return answers(new FakeAnswer.Hanging(takes()));
  }

  /** From the next answer on, jobs take so long; at first they take no time. */
  public synchronized FakeProvider takes(Duration time) {
    takes = time;
    return this;
  }

  /** The time that its jobs and its clients go by. */
  public FakeClock clock() {
    return clock;
  }

  /** A client that knows this provider alone; it is closed with it. */
  public MediaClient client() {
    MediaClient client = addTo(MediaClient.builder().discover(false).environment(Map.of())).build();
    clients.add(client);
    return client;
  }

  /** Puts this provider and its clock into a client that is still to be built. */
  public MediaClientBuilder addTo(MediaClientBuilder builder) {
    vendor.join(builder, adapter);
    return builder.clock(clock);
  }

  /**
   * The requests that came, in order: as they were made, or as {@code onUnsupported} changed them.
   * One that was repeated or split by the engine is there several times.
   */
  public List<MediaRequest<?>> requests() {
    return List.copyOf(requests);
  }

  private synchronized Duration takes() {
    return takes;
  }

  private synchronized FakeProvider answers(FakeAnswer answer) {
    answers.add(answer);
    return this;
  }

  private synchronized FakeAnswer next() {
    if (answers.isEmpty()) {
      return new FakeAnswer.Failed(
          ErrorKind.FAILED, "the FakeProvider was not told what to answer", Duration.ZERO);
    }
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }

  private Reply submitted(RecordedCall call) {
    requests.add(adapter.asked(FakeJobs.id(call)));
    return jobs.start(FakeJobs.id(call), next());
  }

  private static void hurry(FakeClock clock) {
    try {
      while (true) {
        clock.hurry();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Closed: the thread ends.
    }
  }

  @Override
  public void close() {
    clients.forEach(MediaClient::close);
    time.ifPresent(Thread::interrupt);
    vendor.close();
  }
}
