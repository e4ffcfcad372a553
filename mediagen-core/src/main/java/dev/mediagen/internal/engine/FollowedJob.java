// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
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

  private final Tools tools;
  private final Provider provider;
  private final Operation operation;
  private final MediaListener listener;
  private final Permit permit;
  private final Gate gate;
  private final Rounds rounds;
  private final EventFeed feed;
  private final CompletableFuture<Settled> done = new CompletableFuture<>();
  private final Gathered gathered = new Gathered();
  private volatile JobHandle handle;
  private volatile JobStatus status = JobStatus.of(JobState.QUEUED);
  private volatile boolean endedAtVendor;
  private volatile boolean fromTheStart;
  private volatile boolean told;
  private volatile int polls;

  // Guarded by this.
  private boolean over;
  private boolean asking;
  private boolean askAgain;
  private int garbled;
  private int stagesAtOnce;

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
    this.listener = listener;
    this.permit = permit;
    this.gate = tools.turns().gate(provider);
    this.rounds = new Rounds(tools.clock(), gate, plan, handle, deadline, this::ask);
    this.feed = new EventFeed(tools.transport().streams(), provider, operation, this::handle);
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

  /** Begins with the news that the vendor took the job, or has finished it. */
  FollowedJob begin(JobUpdate first) {
    fromTheStart = true;
    // What the vendor said first must not come after what a stream says at once.
    Optional<Boolean> news = note(first);
    if (!first.state().terminal()) {
      listen();
    }
    news.ifPresent(any -> act(first, Duration.ZERO, any));
    if (tools.open().heardBefore(handle)) {
      wake();
    }
    return this;
  }

  /** Begins by asking, with a job that somebody else has started. */
  FollowedJob begin() {
    listen();
    rounds.now();
    return this;
  }

  private void listen() {
    feed.open(this::push, () -> later(Optional.empty(), Optional.empty()));
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
                end(ErrorDetails.of(ErrorKind.CANCELED, "the job was cancelled").build());
              }
              return outcome;
            });
  }

  /** The vendor says that there is something new: it is asked now, whatever the plan was. */
  void wake() {
    told = true;
    synchronized (this) {
      if (asking) {
        askAgain = true;
        return;
      }
    }
    rounds.now();
  }

  /** News that the vendor sent of itself; what is older than what is known is left aside. */
  void push(JobUpdate update) {
    if (update.state().terminal() || update.state().compareTo(status.state()) >= 0) {
      told = true;
      take(update, Duration.ZERO);
    }
  }

  private void ask() {
    synchronized (this) {
      if (over || asking) {
        return;
      }
      asking = true;
    }
    if (rounds.left().compareTo(Duration.ZERO) <= 0) {
      fail(
          ErrorDetails.of(
                  ErrorKind.TIMEOUT,
                  "not done after "
                      + rounds.waited().toMillis() / 1000.0
                      + " s, last seen "
                      + status.state()
                      + "; the job itself goes on")
              .build(),
          null);
      return;
    }
    HttpCall call;
    try {
      call = operation.poll(handle);
    } catch (RuntimeException e) {
      fail(
          ErrorDetails.of(ErrorKind.PROTOCOL, "the adapter cannot ask for the job: " + e).build(),
          e);
      return;
    }
    Instant asked = tools.clock().now();
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
    Duration left = rounds.left();
    return call.hold().compareTo(left) > 0
        ? tools
            .transport()
            .exchange(
                provider, call, left.compareTo(PollPlan.SHORTEST) > 0 ? left : PollPlan.SHORTEST)
        : tools.transport().exchange(provider, call);
  }

  /** A question that got no answer is asked again; only the deadline ends that. */
  private void notAnswered(Throwable failure) {
    gate.failed();
    if (failure instanceof ExchangeException) {
      LOG.debug("no answer about {}, asking again: {}", handle.jobId(), failure.getMessage());
      later(Optional.empty(), Optional.empty());
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
      synchronized (this) {
        garbled = 0;
      }
      take(news.update(), hold);
    } else if (heard instanceof Heard.NotNow notNow) {
      later(notNow.why().retryAfter(), Optional.empty());
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
    boolean tooOften;
    synchronized (this) {
      tooOften = ++garbled >= GARBLED_AT_MOST;
    }
    if (tooOften) {
      fail(odd.why(), odd.cause());
    } else {
      LOG.warn("garbled news of {}, asking again: {}", handle.jobId(), odd.cause().getMessage());
      later(Optional.empty(), Optional.empty());
    }
  }

  private void take(JobUpdate update, Duration hold) {
    note(update).ifPresent(news -> act(update, hold, news));
  }

  /** Remembers what an update says; whether it is news, or nothing when the job is over. */
  private synchronized Optional<Boolean> note(JobUpdate update) {
    if (over) {
      return Optional.empty(); // It ended while this was on its way.
    }
    handle = Updates.handle(handle, update);
    gathered.add(handle, update);
    JobStatus before = status;
    status = Updates.status(update);
    boolean news = !status.equals(before);
    if (news) {
      listener.onUpdate(handle, status);
    }
    return Optional.of(news);
  }

  private void act(JobUpdate update, Duration hold, boolean news) {
    Optional<ErrorDetails> failure = Updates.failure(handle, update);
    if (failure.isPresent()) {
      end(failure.get());
    } else if (update.state().terminal()) {
      succeed(update);
    } else {
      goOn(update, hold, news);
    }
  }

  private void goOn(JobUpdate update, Duration hold, boolean news) {
    boolean atOnce;
    synchronized (this) {
      atOnce = update.atOnce() && stagesAtOnce++ < STAGES_AT_ONCE;
      stagesAtOnce = atOnce ? stagesAtOnce : 0;
    }
    if (atOnce) {
      rounds.now();
      return;
    }
    rounds.notDone();
    // A vendor that holds its answer back until there is news does the waiting for us.
    boolean held = !hold.isZero() && news;
    later(held ? Optional.of(PollPlan.SHORTEST) : update.retryAfter(), update.remaining());
  }

  /** The next question; at once, when a webhook came while the last one was under way. */
  private void later(Optional<Duration> vendorAsks, Optional<Duration> remaining) {
    boolean atOnce;
    synchronized (this) {
      atOnce = askAgain;
      askAgain = false;
    }
    if (atOnce) {
      rounds.now();
    } else {
      boolean herald = announced() && tools.heralds().deliver(provider.id());
      rounds.later(vendorAsks, remaining, feed.isOpen() || herald);
    }
  }

  /** Whether the vendor was asked to tell of the job by itself. */
  private boolean announced() {
    return operation.webhooks() && tools.callbacks().asked(provider);
  }

  private void succeed(JobUpdate update) {
    if (!close()) {
      return;
    }
    endedAtVendor = true;
    if (polls > 0 || told) {
      rounds.done(tools.plans(), handle, told, fromTheStart);
      if (!told && announced()) {
        tools.heralds().missed(provider.id());
      }
    }
    done.complete(gathered.settled(handle, update));
  }

  /** The vendor says that the job is over, and not well. */
  private void end(ErrorDetails why) {
    if (close()) {
      endedAtVendor = true;
      status = status.state() == Updates.state(why) ? status : JobStatus.of(Updates.state(why));
      complete(why, null);
    }
  }

  /** The following is over; of the job that says nothing. */
  private void fail(ErrorDetails why, @Nullable Throwable cause) {
    if (close()) {
      complete(why, cause);
    }
  }

  private void complete(ErrorDetails known, @Nullable Throwable cause) {
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
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
    }
    rounds.stop();
    feed.close();
    permit.release();
    tools.open().ended(this);
    return true;
  }
}
