// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaListener;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.ExchangeException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.limit.Gate;
import dev.mediagen.internal.limit.Permit;
import dev.mediagen.internal.poll.PollPlan;
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
 * One job of one vendor that is being followed, by asking and by what the vendor sends of itself.
 * News are taken one after the other, whatever way they come; once the job has ended no news change
 * it. It owns no thread; between two questions it is an entry in the clock.
 */
final class FollowedJob {
  /** The stage of a job whose outcome was in the first reply. */
  static final String ENDED = "ended";

  private static final Logger LOG = LoggerFactory.getLogger(FollowedJob.class);

  /** A proxy may put a page of its own in the place of one answer, but not of many. */
  private static final int GARBLED_AT_MOST = 3;

  /** Stages follow each other at once, but an adapter that goes in circles is slowed down. */
  private static final int STAGES_AT_ONCE = 10;

  private static final Duration BREATH = Duration.ofMillis(100);

  private final Tools tools;
  private final Provider provider;
  private final Operation operation;
  private final MediaListener listener;
  private final PollPlan plan;
  private final Permit permit;
  private final Gate gate;
  private final Instant deadline;
  private final CompletableFuture<Settled> done = new CompletableFuture<>();
  private final Gathered gathered = new Gathered();
  private volatile JobHandle handle;
  private volatile JobStatus status = JobStatus.of(JobState.QUEUED);
  private volatile boolean endedAtVendor;
  private volatile int polls;
  private volatile boolean told;

  // Guarded by this.
  private boolean over;
  private boolean asking;
  private boolean askAgain;
  private int garbled;
  private int stagesAtOnce;
  private JobClock.@Nullable Scheduled next;
  private boolean streaming;
  private String streamStage = "";
  private @Nullable Runnable closeStream;

  FollowedJob(
      Tools tools,
      Provider provider,
      JobHandle handle,
      Instant deadline,
      PollPlan plan,
      Permit permit,
      MediaListener listener) {
    this.tools = tools;
    this.provider = provider;
    this.operation = Providers.operation(provider, handle.operation());
    this.handle = handle;
    this.deadline = deadline;
    this.listener = listener;
    this.plan = plan;
    this.permit = permit;
    this.gate = tools.turns().gate(provider);
  }

  Operation operation() {
    return operation;
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

  /**
   * Whether the vendor itself said that the job is over, so that there is nothing to come back to.
   */
  boolean endedAtVendor() {
    return endedAtVendor;
  }

  /** How often the vendor was asked. */
  int polls() {
    return polls;
  }

  /** What the vendor told of the cost so far. */
  Optional<Cost> cost() {
    return gathered.cost();
  }

  /** Begins with news that are there already. */
  FollowedJob begin(JobUpdate first) {
    if (!first.state().terminal()) {
      listen();
    }
    take(first, Duration.ZERO);
    return this;
  }

  /** Begins by asking. */
  FollowedJob begin() {
    listen();
    schedule(Duration.ZERO);
    return this;
  }

  /** Stops following, not the job. */
  void abandon() {
    fail(
        ErrorDetails.of(ErrorKind.CANCELED, "the client was closed; the job itself goes on")
            .advice("resume the handle with another client")
            .build(),
        null);
  }

  CompletableFuture<CancelOutcome> cancel() {
    if (done.isDone()) {
      return CompletableFuture.completedFuture(CancelOutcome.TOO_LATE);
    }
    return Cancellation.of(provider, tools.transport(), handle)
        .thenApply(
            outcome -> {
              if (outcome == CancelOutcome.CANCELED) {
                status = JobStatus.of(JobState.CANCELED);
                endedAtVendor = true;
                fail(ErrorDetails.of(ErrorKind.CANCELED, "the job was cancelled").build(), null);
              }
              return outcome;
            });
  }

  /** The vendor says that there is something new: it is asked now, whatever the plan was. */
  void wake() {
    told = true;
    synchronized (this) {
      askAgain = asking;
      if (asking || over) {
        return;
      }
    }
    schedule(Duration.ZERO);
  }

  /** News that the vendor sent of itself; what is older than what is known is left aside. */
  void push(JobUpdate update) {
    if (update.state().terminal() || update.state().compareTo(status.state()) >= 0) {
      told = true;
      take(update, Duration.ZERO);
    }
  }

  private void listen() {
    Optional<HttpCall> events = operation.events(handle);
    if (events.isEmpty()) {
      return;
    }
    synchronized (this) {
      streaming = true;
      streamStage = handle.stage();
    }
    Optional<Runnable> close =
        tools.transport().listen(provider, events.get(), this::event, this::streamEnded);
    synchronized (this) {
      streaming &= close.isPresent();
      closeStream = close.orElse(null);
    }
  }

  /** The events of a stage are about that stage: what comes when the job has moved on is late. */
  private void event(HttpReply event) {
    boolean current;
    synchronized (this) {
      current = handle.stage().equals(streamStage);
    }
    if (current && operation.reads(handle, event)) {
      push(operation.onEvent(handle, event));
    }
  }

  /** From now on the job is asked for as if there had never been a stream. */
  private void streamEnded() {
    synchronized (this) {
      streaming = false;
    }
    later(Optional.empty());
  }

  /** It is time to ask, as far as the job is concerned; the vendor may need a pause. */
  private void due() {
    Duration pause = gate.pollPause();
    if (pause.isZero()) {
      ask();
      return;
    }
    Duration left = Duration.between(tools.clock().now(), deadline);
    synchronized (this) {
      if (!over) {
        next = tools.clock().after(pause.compareTo(left) > 0 ? left : pause, this::ask);
      }
    }
  }

  private void ask() {
    HttpCall call;
    synchronized (this) {
      if (over || asking) {
        return;
      }
      next = null;
      asking = true;
    }
    Instant asked = tools.clock().now();
    if (!asked.isBefore(deadline)) {
      fail(
          ErrorDetails.of(
                  ErrorKind.TIMEOUT,
                  "not done after "
                      + waited().toMillis() / 1000.0
                      + " s, last seen "
                      + status.state()
                      + "; the job itself goes on")
              .build(),
          null);
      return;
    }
    try {
      call = operation.poll(handle);
    } catch (RuntimeException e) {
      fail(
          ErrorDetails.of(ErrorKind.PROTOCOL, "the adapter cannot ask for the job: " + e).build(),
          e);
      return;
    }
    exchange(call)
        .whenComplete(
            (reply, failure) -> {
              synchronized (this) {
                asking = false;
                polls++;
              }
              listener.onPoll(handle, Duration.between(asked, tools.clock().now()));
              try {
                if (failure != null) {
                  gate.failed();
                  notAnswered(Failures.unwrap(failure));
                } else {
                  Turns.answered(gate, provider, reply);
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
    Duration left = Duration.between(tools.clock().now(), deadline);
    return call.hold().compareTo(left) > 0
        ? tools.transport().exchange(provider, call, left.compareTo(BREATH) > 0 ? left : BREATH)
        : tools.transport().exchange(provider, call);
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
    Heard heard = Heard.of(provider, operation, handle, reply, tools.clock().now());
    if (heard instanceof Heard.News news) {
      garbled = 0;
      take(news.update(), hold);
    } else if (heard instanceof Heard.NotNow notNow) {
      later(notNow.why().retryAfter());
    } else if (heard instanceof Heard.Garbled odd) {
      garbled(odd);
    } else if (heard instanceof Heard.Refused refused) {
      refused(refused.why());
    }
  }

  /** Who may not ask does not know whether the job is over: only «no such job» says that. */
  private void refused(ErrorDetails why) {
    if (why.kind() == ErrorKind.EXPIRED) {
      end(why);
    } else {
      fail(why, null);
    }
  }

  private void garbled(Heard.Garbled odd) {
    if (++garbled < GARBLED_AT_MOST) {
      LOG.warn("garbled news of {}, asking again: {}", handle.jobId(), odd.cause().getMessage());
      later(Optional.empty());
    } else {
      fail(odd.why(), odd.cause());
    }
  }

  private void take(JobUpdate update, Duration hold) {
    boolean news;
    synchronized (this) {
      if (over) {
        return; // It ended while this was on its way.
      }
      handle = moved(handle, update);
      gathered.add(handle, update);
      JobStatus before = status;
      status = status(update);
      news = !status.equals(before);
      if (news) {
        listener.onUpdate(handle, status);
      }
    }
    switch (update.state()) {
      case SUCCEEDED -> succeed(update);
      case FAILED -> end(update.failure().orElseGet(FollowedJob::silent));
      case CANCELED ->
          end(
              update
                  .failure()
                  .map(ErrorDetails::toBuilder)
                  .orElseGet(
                      () ->
                          ErrorDetails.of(
                              ErrorKind.CANCELED, "the job was cancelled at the vendor"))
                  .kind(ErrorKind.CANCELED)
                  .build());
      case EXPIRED ->
          end(ErrorDetails.of(ErrorKind.EXPIRED, "the vendor no longer has the job").build());
      case QUEUED, RUNNING -> goOn(update, hold, news);
    }
  }

  private void goOn(JobUpdate update, Duration hold, boolean news) {
    boolean atOnce;
    synchronized (this) {
      atOnce = askAgain || (update.atOnce() && stagesAtOnce++ < STAGES_AT_ONCE);
      askAgain = false;
      stagesAtOnce = atOnce ? stagesAtOnce : 0;
    }
    if (atOnce) {
      schedule(Duration.ZERO);
    } else {
      // A vendor that holds its answer back until there is news does the waiting for us.
      later(!hold.isZero() && news ? Optional.of(BREATH) : update.retryAfter(), update.remaining());
    }
  }

  private void later(Optional<Duration> vendorAsks) {
    later(vendorAsks, Optional.empty());
  }

  private void later(Optional<Duration> vendorAsks, Optional<Duration> remaining) {
    schedule(
        newsComeByThemselves()
            ? plan.nextBesidesPush(waited(), vendorAsks)
            : plan.next(waited(), vendorAsks, remaining));
  }

  private boolean newsComeByThemselves() {
    synchronized (this) {
      if (streaming) {
        return true;
      }
    }
    return tools.callbacks().asked(provider) && tools.heralds().deliver(provider.id());
  }

  private void schedule(Duration pause) {
    Duration left = Duration.between(tools.clock().now(), deadline);
    // The last question comes just before the deadline, so that none ends without one.
    Duration last = left.compareTo(BREATH) > 0 ? left.minus(BREATH) : left;
    Duration wait = pause.compareTo(last) > 0 ? last : pause;
    synchronized (this) {
      if (over) {
        return;
      }
      if (next != null) {
        next.cancel();
      }
      next = tools.clock().after(wait, this::due);
    }
  }

  private Duration waited() {
    return Duration.between(handle.createdAt(), tools.clock().now());
  }

  private void succeed(JobUpdate update) {
    boolean empty = update.outputs().isEmpty() && handle.kind() != MediaKind.TRANSCRIPT;
    if (empty) {
      end(ErrorDetails.of(ErrorKind.FAILED, "the vendor says done and gave no outputs").build());
      return;
    }
    endedAtVendor = true;
    if (!told) {
      tools.heralds().missed(provider.id());
    }
    if (close()) {
      done.complete(gathered.settled(handle, update));
    }
  }

  private static ErrorDetails silent() {
    return ErrorDetails.of(ErrorKind.FAILED, "the vendor says failed, and no more").build();
  }

  /** The vendor says that the job is over, and not well. */
  private void end(ErrorDetails why) {
    endedAtVendor = true;
    if (!status.state().terminal() || status.state() == JobState.SUCCEEDED) {
      status = JobStatus.of(why.kind() == ErrorKind.EXPIRED ? JobState.EXPIRED : JobState.FAILED);
    }
    fail(why, null);
  }

  private void fail(ErrorDetails known, @Nullable Throwable cause) {
    if (!close()) {
      return;
    }
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

  /** Whether it is this call that ends the following; nothing is asked any more then. */
  private boolean close() {
    Runnable stream;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      if (next != null) {
        next.cancel();
        next = null;
      }
      stream = closeStream;
    }
    if (stream != null) {
      stream.run();
    }
    permit.release();
    tools.open().ended(this);
    return true;
  }

  /** The handle at the stage that an update leads to. */
  static JobHandle moved(JobHandle handle, JobUpdate update) {
    if (update.data().isEmpty() && update.stage().isEmpty()) {
      return handle;
    }
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
}
