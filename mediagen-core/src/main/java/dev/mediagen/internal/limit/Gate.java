// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.Limits;
import dev.mediagen.Limits.Rate;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * What stands before one account of a provider: its limits, its pauses, and whether it can be
 * reached. Submissions pass in the order in which they come. Thread-safe; it owns no thread, and no
 * future is completed under its lock. Without limits nothing is kept of what passes.
 */
public final class Gate {
  private final Limits limits;
  private final int jobs;
  private final int mayWait;
  private final Refusals refusals;
  private final RandomGenerator random;
  private final Outbox outbox = new Outbox();

  // Guarded by this.
  private final Elapsed time;
  private final SlidingWindow requests;
  private final SlidingWindow polls;
  private final CoolDown coolDown;
  private final Breaker breaker = new Breaker();
  private final Line line = new Line();
  private final TreeSet<Ticket> byDeadline =
      new TreeSet<>(
          Comparator.<Ticket>comparingLong(t -> t.deadline).thenComparingLong(t -> t.number));
  private final Alarm alarm;
  private long tickets;
  private int inFlight;
  private boolean closed;

  Gate(Account account, Limits limits, JobClock clock, RandomGenerator random) {
    this.limits = limits;
    this.random = random;
    this.jobs = limits.jobsInFlight().orElse(Integer.MAX_VALUE);
    this.mayWait = limits.waiting().orElse(Limits.WAITING);
    this.refusals = new Refusals(account);
    this.time = new Elapsed(clock);
    this.requests = new SlidingWindow(limits.requests());
    this.polls = new SlidingWindow(limits.polls());
    this.coolDown = new CoolDown(random);
    this.alarm = new Alarm(clock, this::ring);
  }

  /**
   * Asks for a place for one submission: a job in flight and a request of the rate. The ticket has
   * gone through already when there is one. It fails, always for free, with RATE_LIMITED when too
   * many wait, with PROVIDER_UNAVAILABLE when the vendor cannot be reached, with TIMEOUT when its
   * deadline comes first, and with CANCELED when the client is closed.
   *
   * @param deadline when it is no longer wanted
   */
  public Ticket enter(Instant deadline) {
    Ticket ticket;
    synchronized (this) {
      long now = sweep();
      ticket = admit(now, time.at(deadline));
      arm(now);
    }
    outbox.deliver();
    return ticket;
  }

  private Ticket admit(long now, long deadline) {
    if (closed) {
      return Ticket.refused(refusals.closed());
    }
    if (deadline <= now) {
      return Ticket.refused(refusals.tooLate(obstacle(now)));
    }
    if (breaker.open(now)) {
      return Ticket.refused(unreachable(now));
    }
    if (free(now)) { // So nobody waits any more: the sweep has let them go.
      Permit permit = pass(now);
      return permit == Permit.UNCOUNTED ? Ticket.UNCOUNTED : Ticket.granted(permit);
    }
    if (line.size() >= mayWait) {
      return Ticket.refused(refusals.full(line.size(), obstacle(now)));
    }
    Ticket ticket = new Ticket(this, deadline, tickets++);
    line.join(ticket);
    byDeadline.add(ticket);
    return ticket;
  }

  /**
   * Takes a place for a job that is in flight already, full or not; what comes later waits until
   * there is room again.
   */
  public synchronized Permit occupy() {
    return count();
  }

  /**
   * The vendor said that it was asked too much: until the pause is over nothing new is sent, and
   * what waits keeps its place.
   *
   * @param asked how long the vendor asks to wait; without that 1 to 60 s, longer each time
   */
  public void coolDown(Optional<Duration> asked) {
    synchronized (this) {
      coolDown.rest(time.now(), asked);
      breaker.answered();
      sweep();
    }
    outbox.deliver();
  }

  /** Until when nothing new is sent because the vendor was asked too much. */
  public synchronized Optional<Instant> coolingUntil() {
    long now = time.now();
    return coolDown.until() > now ? Optional.of(time.instant(coolDown.until())) : Optional.empty();
  }

  /**
   * How long a poll that is due now has to wait. It has its place in the rate then, and is made
   * without asking again.
   */
  public synchronized Duration pollPause() {
    long now = time.now();
    long shut = Math.max(0, Math.max(coolDown.until(), breaker.openUntil()) - now);
    // A rate spreads them by itself; without one all that wait for the same moment would come then.
    long spread = limits.polls().isEmpty() ? (long) (shut * 0.2 * random.nextDouble()) : 0;
    return Duration.ofNanos(polls.take(now + shut + spread) - now);
  }

  /** A call got an answer, whatever it said, unless that asked for a {@link #coolDown pause}. */
  public void succeeded() {
    synchronized (this) {
      breaker.answered();
      coolDown.answered(time.now());
      sweep();
    }
    outbox.deliver();
  }

  /** The vendor could not be reached, or was down: no connection, no answer, HTTP 502 to 504. */
  public void failed() {
    synchronized (this) {
      breaker.failed(time.now());
      sweep();
    }
    outbox.deliver();
  }

  /** How many jobs are in flight; 0 where their number is not limited. */
  public synchronized int inFlight() {
    return inFlight;
  }

  /** How many submissions wait. */
  public synchronized int waiting() {
    return line.size();
  }

  /** What holds up the first of those that wait, in a few words; empty when nobody does. */
  public synchronized Optional<String> waitsFor() {
    return line.isEmpty() ? Optional.empty() : Optional.of(obstacle(time.now()));
  }

  /** Sends away whoever waits, and whoever comes. */
  void close() {
    synchronized (this) {
      closed = true;
      sweep();
    }
    outbox.deliver();
  }

  /** For how many nanoseconds nothing passes, whatever the limits; 0 when something does. */
  synchronized long shutFor() {
    return Math.max(0, Math.max(coolDown.until(), breaker.nextPass()) - time.now());
  }

  /** Jobs in flight and waiting, as a share of what may be in flight. */
  synchronized double load() {
    int room = limits.jobsInFlight().or(() -> limits.requests().map(Rate::count)).orElse(1);
    return (inFlight + line.size()) / (double) room;
  }

  synchronized OptionalInt position(Ticket ticket) {
    return ticket.slot == Ticket.NOWHERE
        ? OptionalInt.empty()
        : OptionalInt.of(line.before(ticket));
  }

  void leave(Ticket ticket) {
    synchronized (this) {
      if (remove(ticket)) {
        arm(time.now());
      }
    }
  }

  void release(Permit permit) {
    synchronized (this) {
      if (!permit.held) {
        return;
      }
      permit.held = false;
      inFlight--;
      sweep();
    }
    outbox.deliver();
  }

  /** Sends away whose time is over and lets go who may; returns the time. */
  private long sweep() {
    long now = time.now();
    while (!byDeadline.isEmpty() && byDeadline.first().deadline <= now) {
      refuse(byDeadline.first(), refusals.tooLate(obstacle(now)));
    }
    // Who waits already is no worse off than who comes now: both may try their luck elsewhere.
    while (!line.isEmpty() && (closed || breaker.open(now))) {
      refuse(line.first(), closed ? refusals.closed() : unreachable(now));
    }
    while (!line.isEmpty() && free(now)) {
      Ticket first = line.first();
      remove(first);
      Permit permit = pass(now);
      outbox.add(() -> first.grant(permit));
    }
    arm(now);
    return now;
  }

  private void refuse(Ticket ticket, MediaException why) {
    remove(ticket);
    outbox.add(() -> ticket.completeExceptionally(why));
  }

  private boolean remove(Ticket ticket) {
    return line.leave(ticket) && byDeadline.remove(ticket);
  }

  private boolean free(long now) {
    return inFlight < jobs && opensAt(now) <= now;
  }

  /** When the next may pass, if jobs in flight leave room for it. */
  private long opensAt(long now) {
    return Math.max(requests.next(now), Math.max(coolDown.until(), breaker.nextPass()));
  }

  private Permit pass(long now) {
    requests.take(now);
    breaker.pass(now);
    return count();
  }

  private Permit count() {
    if (jobs == Integer.MAX_VALUE) {
      return Permit.UNCOUNTED;
    }
    inFlight++;
    return new Permit(this);
  }

  private MediaException unreachable(long now) {
    return refusals.unreachable(breaker.inARow(), breaker.openUntil() - now);
  }

  private String obstacle(long now) {
    if (coolDown.until() > now) {
      return "the vendor was asked too much and rests for another "
          + Elapsed.seconds(coolDown.until() - now);
    }
    if (breaker.nextPass() > now) {
      return "it is being tried whether the vendor is reachable again";
    }
    if (inFlight >= jobs) {
      return "at most " + jobs + " jobs in flight";
    }
    return requests.next(now) > now
        ? limits.requests().map(rate -> "at most " + rate).orElseThrow()
        : "nothing";
  }

  /** Room for a job is made by the end of one, so that needs no alarm. */
  private void arm(long now) {
    long at = Elapsed.NEVER;
    if (!line.isEmpty()) {
      at = byDeadline.first().deadline;
      at = inFlight < jobs ? Math.min(at, opensAt(now)) : at;
    }
    alarm.set(now, at);
  }

  private void ring() {
    synchronized (this) {
      alarm.rang();
      sweep();
    }
    outbox.deliver();
  }
}
