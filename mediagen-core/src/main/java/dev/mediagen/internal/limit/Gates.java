// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.Limits;
import dev.mediagen.spi.JobClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * The gates of a client: one for each account with each provider, made when it is first asked for,
 * so there are never more than accounts. Thread-safe.
 */
public final class Gates implements AutoCloseable {
  private final Map<Account, Gate> gates = new ConcurrentHashMap<>();
  private final JobClock clock;
  private final RandomGenerator random;

  /** The gates of a client that keeps this time. */
  public Gates(JobClock clock) {
    this(clock, () -> ThreadLocalRandom.current().nextLong());
  }

  Gates(JobClock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * The gate of an account.
   *
   * @param provider the provider's id
   * @param alias the account's alias; empty where there is only one
   * @param limits its limits, which are settled by the first call
   */
  public Gate of(String provider, String alias, Limits limits) {
    return gates.computeIfAbsent(
        new Account(provider, alias), account -> new Gate(account, limits, clock, random));
  }

  /** Whoever waits, and whoever comes after this, is told that the client was closed. */
  @Override
  public void close() {
    gates.values().forEach(Gate::close);
  }
}
