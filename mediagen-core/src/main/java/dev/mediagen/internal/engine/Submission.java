// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.mediagen.JobIntent;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaListener;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.internal.http.ExchangeException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.limit.Gate;
import dev.mediagen.internal.limit.Permit;
import dev.mediagen.internal.limit.Ticket;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Operation.Repeat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One billable call, with all that may happen to it. It is made again only when it certainly
 * started nothing: it did not leave this machine, or was refused; or when the vendor knows it again
 * by its id.
 */
final class Submission {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final Transport transport;
  private final JobClock clock;
  private final int retries;
  private final Plan plan;
  private final Provider provider;
  private final JobIntent intent;
  private final Operation operation;
  private final PreparedTask task;
  private final MediaListener listener;
  private final Instant deadline;
  private final Gate gate;
  private volatile boolean tried;
  private volatile boolean turnedAway;
  private volatile @Nullable ExchangeException unanswered;

  Submission(
      Tools tools,
      int retries,
      Plan plan,
      JobIntent intent,
      Operation operation,
      PreparedTask task,
      MediaListener listener) {
    this.transport = tools.transport();
    this.clock = tools.clock();
    this.retries = retries;
    this.plan = plan;
    this.provider = plan.provider();
    this.intent = intent;
    this.operation = operation;
    this.gate = tools.turns().gate(plan.provider());
    this.task = task;
    this.listener = listener;
    this.deadline = intent.deadline();
  }

  CompletableFuture<Submitter.Started> run() {
    RetryPolicy<Submitter.Started> policy =
        RetryPolicy.<Submitter.Started>builder()
            .handleIf(this::mayRepeat)
            .withMaxRetries(retries)
            .withDelayFn(context -> pause(context.getAttemptCount(), context.getLastException()))
            .onRetry(
                event ->
                    listener.onRetry(
                        task.request(),
                        Failures.wrap(Objects.requireNonNull(event.getLastException()), plan.id())))
            .build();
    return Failsafe.with(List.of(policy))
        .with(new ClockScheduler(clock))
        .getStageAsync(this::once)
        .exceptionally(
            failure -> {
              throw settled(Failures.unwrap(failure));
            });
  }

  /** A refusal says nothing of an earlier try of the same submission that was left unanswered. */
  private RuntimeException settled(Throwable last) {
    if (!(last instanceof MediaException refusal)) {
      return Failures.wrap(last, plan.id());
    } else if (unanswered == null || refusal.billing() != Billing.NONE) {
      return refusal;
    }
    SubmissionUnknownException unknown = unknown(unanswered);
    unknown.addSuppressed(refusal);
    return unknown;
  }

  /** Waits for its turn, makes the call, and gives the turn back unless there is a job now. */
  private CompletionStage<Submitter.Started> once() {
    Ticket ticket = gate.enter(deadline);
    if (!ticket.isDone()) {
      listener.onWait(
          task.request(),
          JobStatus.builder()
              .state(JobState.QUEUED)
              .queuePosition(ticket.position().orElse(0))
              .message(gate.waitsFor())
              .build());
    }
    return ticket
        .handle(
            (permit, refused) -> {
              if (refused != null) {
                turnedAway = true;
                return CompletableFuture.<Submitter.Started>failedFuture(away(refused));
              }
              turnedAway = false;
              return call(permit)
                  .whenComplete(
                      (started, failure) -> {
                        if (failure != null) {
                          permit.release();
                        }
                      })
                  .toCompletableFuture();
            })
        .thenCompose(Function.identity());
  }

  private Throwable away(Throwable refused) {
    Throwable cause = Failures.unwrap(refused);
    return cause instanceof MediaException e
        ? new MediaException(about(e.details()).build(), e)
        : cause;
  }

  private CompletionStage<Submitter.Started> call(Permit permit) {
    if (!clock.now().isBefore(deadline)) {
      return CompletableFuture.failedFuture(tooLate());
    }
    tried = true;
    Duration patience = Duration.between(clock.now(), deadline);
    HttpCall call = operation.submit(task);
    return (operation.synchronous()
            ? transport.exchange(provider, call, patience)
            : transport.exchange(provider, call))
        .handle(
            (reply, failure) -> {
              if (failure != null) {
                gate.failed();
                return notAnswered(Failures.unwrap(failure), permit);
              }
              Turns.answered(gate, provider, reply);
              return CompletableFuture.completedFuture(read(reply, permit));
            })
        .thenCompose(Function.identity());
  }

  /** What nobody waits for any more must not be paid for. */
  private MediaException tooLate() {
    boolean lost = tried && operation.repeat() == Repeat.SAFE;
    return new MediaException(
        about(
                ErrorDetails.of(
                        ErrorKind.TIMEOUT, "the time was over before the vendor took the request")
                    .billing(lost ? Billing.POSSIBLE : Billing.NONE)
                    .advice("allow more time")
                    .build())
            .build());
  }

  private Submitter.Started read(HttpReply reply, Permit permit) {
    if (!operation.reads(reply)) {
      throw new MediaException(about(Failures.of(provider, reply)).build());
    }
    try {
      return started(operation.onSubmit(task, reply), permit);
    } catch (MediaException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new MediaException(
          about(Failures.unreadable(e).billing(Billing.POSSIBLE).build())
              .httpStatus(reply.status())
              .requestId(provider.adapter().requestId(reply))
              .build(),
          e);
    }
  }

  private Submitter.Started started(JobUpdate update, Permit permit) {
    if (update.state() == JobState.FAILED) {
      throw new MediaException(
          about(Failures.masked(provider, update.failure().orElseThrow())).build());
    }
    return new Submitter.Started(plan, Updates.accepted(intent, update), update, permit);
  }

  private CompletableFuture<Submitter.Started> notAnswered(Throwable failure, Permit permit) {
    if (!(failure instanceof ExchangeException e)) {
      return CompletableFuture.failedFuture(failure);
    }
    if (!e.sent()) {
      return CompletableFuture.failedFuture(
          new MediaException(about(Failures.of(provider, e).build()).build(), e));
    }
    unanswered = e;
    return operation.repeat() == Repeat.AFTER_LOOKUP
        ? lookUp(e, permit)
        : CompletableFuture.failedFuture(unknown(e));
  }

  /** The vendor is asked whether the lost call created anything. */
  private CompletableFuture<Submitter.Started> lookUp(ExchangeException lost, Permit permit) {
    return LostCall.lookUp(transport, provider, operation, intent)
        .handle(
            (found, failure) -> {
              if (failure != null) {
                throw unknown(lost);
              }
              unanswered = null; // It is known now what became of it.
              return found
                  .map(update -> started(update, permit))
                  .orElseThrow(
                      () ->
                          new MediaException(
                              about(Failures.of(provider, lost).build())
                                  .billing(Billing.NONE)
                                  .build(),
                              lost));
            });
  }

  private SubmissionUnknownException unknown(ExchangeException e) {
    return LostCall.unknown(
        intent,
        operation.repeat(),
        "the call was sent and no answer came (" + e.getMessage() + ")",
        e);
  }

  private boolean mayRepeat(@Nullable Throwable thrown) {
    if (thrown == null
        || turnedAway
        || !(Failures.unwrap(thrown) instanceof MediaException failure)
        || !failure.retryable()) {
      return false;
    }
    Instant next = clock.now().plus(failure.retryAfter().orElse(FIRST_PAUSE));
    return next.isBefore(deadline)
        && (failure.billing() == Billing.NONE || operation.repeat() == Repeat.SAFE);
  }

  private ErrorDetails.Builder about(ErrorDetails details) {
    return details.toBuilder().provider(provider.id()).model(plan.id());
  }

  /** What the vendor asks for, or a growing pause; never less, and never all at the same time. */
  private static Duration pause(int attempts, @Nullable Throwable thrown) {
    Optional<Duration> asked =
        thrown != null && Failures.unwrap(thrown) instanceof MediaException failure
            ? failure.retryAfter()
            : Optional.empty();
    Duration least = asked.orElse(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 5)));
    double spread = 1 + 0.2 * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis((long) (least.toMillis() * spread));
  }
}
