// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaListener;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.ExchangeException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job of one vendor that is being followed. Everything that happens to it happens one after the
 * other: the next question is asked only when the answer to the last one has been read. It owns no
 * thread; between two questions it is an entry in the clock.
 */
final class FollowedJob {
  /** The stage of a job whose outcome was in the first reply. */
  static final String ENDED = "ended";

  private static final Logger LOG = LoggerFactory.getLogger(FollowedJob.class);

  /** Some vendors do not know a job in the first seconds after they took it. */
  private static final Duration YOUNG = Duration.ofSeconds(5);

  /** A proxy may put a page of its own in the place of one answer, but not of many. */
  private static final int UNREADABLE_AT_MOST = 3;

  /** Stages follow each other at once, but an adapter that goes in circles is slowed down. */
  private static final int STAGES_AT_ONCE = 10;

  private static final Duration BREATH = Duration.ofMillis(100);

  private final Provider provider;
  private final Operation operation;
  private final Transport transport;
  private final JobClock clock;
  private final MediaListener listener;
  private final PollPlan plan;
  private final Instant deadline;
  private final CompletableFuture<Settled> done = new CompletableFuture<>();
  private final Gathered gathered = new Gathered();
  private int unreadable;
  private int stagesAtOnce;
  private volatile JobHandle handle;
  private volatile JobStatus status = JobStatus.of(JobState.QUEUED);

  FollowedJob(
      Provider provider,
      JobHandle handle,
      Instant deadline,
      Optional<Duration> typical,
      Transport transport,
      JobClock clock,
      MediaListener listener) {
    this.provider = provider;
    this.operation = Providers.operation(provider, handle.operation());
    this.handle = handle;
    this.deadline = deadline;
    this.transport = transport;
    this.clock = clock;
    this.listener = listener;
    this.plan = new PollPlan(typical);
  }

  JobHandle handle() {
    return handle;
  }

  JobStatus status() {
    return status;
  }

  /** What became of the job. */
  CompletableFuture<Settled> done() {
    return done;
  }

  /** Begins with news that are there already. */
  FollowedJob begin(JobUpdate first) {
    take(first, Duration.ZERO);
    return this;
  }

  /** Begins by asking. */
  FollowedJob begin() {
    clock.after(Duration.ZERO, this::ask);
    return this;
  }

  /** Stops following, not the job. */
  void abandon() {
    fail(
        ErrorDetails.of(ErrorKind.CANCELED, "the client was closed; the job itself goes on")
            .advice("resume the handle with another client"));
  }

  CompletableFuture<CancelOutcome> cancel() {
    if (done.isDone()) {
      return CompletableFuture.completedFuture(CancelOutcome.TOO_LATE);
    }
    return Cancellation.of(provider, transport, handle)
        .thenApply(
            outcome -> {
              if (outcome == CancelOutcome.CANCELED) {
                status = JobStatus.of(JobState.CANCELED);
                fail(ErrorDetails.of(ErrorKind.CANCELED, "the job was cancelled"));
              }
              return outcome;
            });
  }

  private void ask() {
    if (done.isDone()) {
      return;
    }
    if (!clock.now().isBefore(deadline)) {
      fail(
          ErrorDetails.of(
              ErrorKind.TIMEOUT,
              "not done after "
                  + seconds(Duration.between(handle.createdAt(), clock.now()))
                  + ", last seen "
                  + status.state()
                  + "; the job itself goes on"));
      return;
    }
    HttpCall call;
    try {
      call = operation.poll(handle);
    } catch (RuntimeException e) {
      fail(ErrorDetails.of(ErrorKind.PROTOCOL, "the adapter cannot ask for the job: " + e));
      return;
    }
    exchange(call)
        .whenComplete(
            (reply, failure) -> {
              try {
                if (failure != null) {
                  notAnswered(Failures.unwrap(failure));
                } else {
                  answered(reply, call.hold());
                }
              } catch (RuntimeException e) {
                LOG.error("following {} failed", handle.jobId(), e);
                lose(e);
              }
            });
  }

  /** An answer that is held back on purpose must not be waited for beyond the deadline. */
  private CompletableFuture<HttpReply> exchange(HttpCall call) {
    Duration left = Duration.between(clock.now(), deadline);
    return call.hold().compareTo(left) > 0
        ? transport.exchange(provider, call, left.compareTo(BREATH) > 0 ? left : BREATH)
        : transport.exchange(provider, call);
  }

  /** A question that got no answer is asked again; only the deadline ends that. */
  private void notAnswered(Throwable failure) {
    if (failure instanceof ExchangeException) {
      LOG.debug("no answer about {}, asking again: {}", handle.jobId(), failure.getMessage());
      later(Optional.empty());
    } else {
      lose(failure);
    }
  }

  /** Whatever ends the following, the job is there, and its handle leads back to it. */
  private void lose(Throwable failure) {
    fail(Failures.wrap(failure, handle.model()).details(), failure);
  }

  private void answered(HttpReply reply, Duration hold) {
    if (!operation.reads(handle, reply)) {
      refused(reply);
      return;
    }
    JobUpdate update;
    try {
      update = operation.onPoll(handle, reply);
    } catch (RuntimeException e) {
      unreadable(reply, e);
      return;
    }
    unreadable = 0;
    take(update, hold);
  }

  private void refused(HttpReply reply) {
    ErrorDetails details = Failures.of(provider, reply);
    boolean young = Duration.between(handle.createdAt(), clock.now()).compareTo(YOUNG) < 0;
    if (details.kind() == ErrorKind.NOT_FOUND && young) {
      later(details.retryAfter());
    } else if (details.kind() == ErrorKind.NOT_FOUND) {
      fail(
          details.toBuilder()
              .kind(ErrorKind.EXPIRED)
              .message("the vendor no longer knows the job: " + details.message()));
    } else if (details.retryable()) {
      later(details.retryAfter());
    } else {
      fail(details.toBuilder());
    }
  }

  private void unreadable(HttpReply reply, RuntimeException e) {
    if (++unreadable < UNREADABLE_AT_MOST) {
      LOG.warn("unreadable news of {}, asking again: {}", handle.jobId(), e.getMessage());
      later(Optional.empty());
    } else {
      fail(Failures.unreadable(e).httpStatus(reply.status()));
    }
  }

  private void take(JobUpdate update, Duration hold) {
    if (done.isDone()) {
      return; // It was cancelled while this news was on its way.
    }
    handle = moved(handle, update);
    gathered.add(handle, update);
    JobStatus before = status;
    status = status(update);
    boolean news = !status.equals(before);
    if (news) {
      listener.onUpdate(handle, status);
    }
    switch (update.state()) {
      case SUCCEEDED -> succeed(update);
      case FAILED -> fail(update.failure().orElseGet(() -> silent()).toBuilder());
      case CANCELED ->
          fail(
              update
                  .failure()
                  .map(ErrorDetails::toBuilder)
                  .orElseGet(
                      () ->
                          ErrorDetails.of(
                              ErrorKind.CANCELED, "the job was cancelled at the vendor"))
                  .kind(ErrorKind.CANCELED));
      case EXPIRED -> fail(ErrorDetails.of(ErrorKind.EXPIRED, "the vendor no longer has the job"));
      case QUEUED, RUNNING -> goOn(update, hold, news);
    }
  }

  private void goOn(JobUpdate update, Duration hold, boolean news) {
    if (update.atOnce() && stagesAtOnce++ < STAGES_AT_ONCE) {
      clock.after(Duration.ZERO, this::ask);
      return;
    }
    stagesAtOnce = 0;
    // A vendor that holds its answer back until there is news does the waiting for us.
    later(!hold.isZero() && news ? Optional.of(BREATH) : update.retryAfter());
  }

  private void later(Optional<Duration> vendorAsks) {
    Instant now = clock.now();
    Duration pause = plan.next(Duration.between(handle.createdAt(), now), vendorAsks);
    Duration left = Duration.between(now, deadline);
    clock.after(pause.compareTo(left) > 0 ? left : pause, this::ask);
  }

  private void succeed(JobUpdate update) {
    boolean empty = update.outputs().isEmpty() && handle.kind() != MediaKind.TRANSCRIPT;
    if (empty) {
      fail(ErrorDetails.of(ErrorKind.FAILED, "the vendor says done and gave no outputs"));
      return;
    }
    done.complete(gathered.settled(handle, update));
  }

  private static ErrorDetails silent() {
    return ErrorDetails.of(ErrorKind.FAILED, "the vendor says failed, and no more").build();
  }

  private void fail(ErrorDetails.Builder details) {
    fail(details.build(), null);
  }

  private void fail(ErrorDetails known, @Nullable Throwable cause) {
    // An accepted job that ends badly may be billed all the same; few vendors say.
    Billing billing = known.billing() == Billing.NONE ? Billing.POSSIBLE : known.billing();
    ErrorDetails full =
        known.toBuilder()
            .provider(provider.id())
            .model(handle.model())
            .handle(handle)
            .billing(billing)
            .build();
    done.completeExceptionally(new MediaException(Failures.masked(provider, full), cause));
  }

  /** The handle at the stage that an update leads to. */
  static JobHandle moved(JobHandle handle, JobUpdate update) {
    JobHandle.Builder next = handle.toBuilder().putAllData(update.data());
    update.stage().ifPresent(next::stage);
    return next.build();
  }

  static JobStatus status(JobUpdate update) {
    return JobStatus.builder()
        .state(update.state())
        .progress(update.progress())
        .queuePosition(update.queuePosition())
        .remaining(update.remaining())
        .message(update.message().or(() -> update.failure().map(ErrorDetails::message)))
        .logs(update.logs())
        .build();
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }
}
