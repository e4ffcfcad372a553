// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much of a vendor one client may use at a time, with one account. What is not named is not
 * limited, but for the number of those that wait. Immutable. Whoever exceeds a limit waits in line
 * here, for free, and is sent later.
 */
@Value.Immutable
@ImmutableStyle
public interface Limits {
  /** How many submissions may wait for one account when nothing else is said. */
  int WAITING = 10_000;

  /**
   * So many calls in any stretch of time of this length; all of them may come at its beginning.
   *
   * @param count how many, 1 to 100,000
   * @param per the length, longer than zero
   */
  record Rate(int count, Duration per) {
    private static final int MOST = 100_000;

    /**
     * A rate.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public Rate {
      if (count < 1 || count > MOST) {
        throw new IllegalArgumentException("count " + count + ": a rate is of 1 to " + MOST);
      }
      if (per.isZero() || per.isNegative()) {
        throw new IllegalArgumentException("per " + per + ": must be longer than zero");
      }
    }

    /** So many in any second. */
    public static Rate perSecond(int count) {
      return new Rate(count, Duration.ofSeconds(1));
    }

    /** So many in any minute. */
    public static Rate perMinute(int count) {
      return new Rate(count, Duration.ofMinutes(1));
    }

    @Override
    public String toString() {
      return count + " per " + per.toMillis() / 1000.0 + " s";
    }
  }

  /** How many jobs may be accepted and not yet ended, from 1. */
  Optional<Integer> jobsInFlight();

  /** How often a job may be submitted, retries included. */
  Optional<Rate> requests();

  /** How often jobs may be asked for. */
  Optional<Rate> polls();

  /**
   * How many submissions may wait here, from 0; {@value #WAITING} when none is named. The next one
   * is refused at once and for free, with {@link dev.mediagen.error.ErrorKind#RATE_LIMITED}.
   */
  Optional<Integer> waiting();

  /** These limits, and where they name nothing what the others name. */
  default Limits or(Limits other) {
    return builder()
        .jobsInFlight(jobsInFlight().or(other::jobsInFlight))
        .requests(requests().or(other::requests))
        .polls(polls().or(other::polls))
        .waiting(waiting().or(other::waiting))
        .build();
  }

  /** No limits. */
  static Limits none() {
    return builder().build();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds {@link Limits}. Not thread-safe. */
  class Builder extends ImmutableLimits.Builder {
    Builder() {}

    /**
     * The limits.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    @Override
    public Limits build() {
      Limits limits = super.build();
      atLeast(1, "jobsInFlight", limits.jobsInFlight());
      atLeast(0, "waiting", limits.waiting());
      return limits;
    }

    private static void atLeast(int least, String name, Optional<Integer> value) {
      if (value.isPresent() && value.get() < least) {
        throw new IllegalArgumentException(
            name + " " + value.get() + ": must be at least " + least);
      }
    }
  }
}
