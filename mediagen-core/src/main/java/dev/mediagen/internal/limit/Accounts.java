// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses among several accounts with one provider, for each submission anew. The jobs themselves
 * stay with the account that pays for them. Thread-safe.
 */
public final class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private final Elapsed time;
  private final List<Place> places;
  private int turn;

  /** One account, and until when it is set aside. */
  private static final class Place {
    final String alias;
    final Gate gate;
    long asideUntil;

    Place(String alias, Gate gate) {
      this.alias = alias;
      this.gate = gate;
    }
  }

  /**
   * A choice among accounts.
   *
   * @param gates at least one gate by the alias of its account, in the order of their turns
   */
  public Accounts(JobClock clock, Map<String, Gate> gates) {
    if (gates.isEmpty()) {
      throw new IllegalArgumentException("gates: there must be at least one account");
    }
    this.time = new Elapsed(clock);
    this.places = gates.entrySet().stream().map(e -> new Place(e.getKey(), e.getValue())).toList();
  }

  /**
   * The alias of the account for the next submission: of those that can be used now the one with
   * the fewest jobs for its limit, and of equals the one whose turn it is; if none can, the one
   * that can be used first.
   */
  public synchronized String next() {
    long now = time.now();
    int best = turn;
    long bestWait = Elapsed.NEVER;
    double bestLoad = 0;
    for (int i = 0; i < places.size(); i++) {
      int index = (turn + i) % places.size();
      Place place = places.get(index);
      long wait = Math.max(Math.max(0, place.asideUntil - now), place.gate.shutFor());
      double load = place.gate.load();
      if (wait < bestWait || (wait == bestWait && load < bestLoad)) {
        best = index;
        bestWait = wait;
        bestLoad = load;
      }
    }
    turn = (best + 1) % places.size();
    return places.get(best).alias;
  }

  /**
   * Sets an account aside, so that submissions go to others while there are any: its key was
   * refused, its credit is used up. Its jobs are followed all the same.
   *
   * @param reason why, for the log; no secret
   * @param pause for how long; a longer pause that has begun goes on
   * @throws IllegalArgumentException when there is no such account
   */
  public void cool(String alias, String reason, Duration pause) {
    synchronized (this) {
      Place place =
          places.stream()
              .filter(p -> p.alias.equals(alias))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no account " + alias));
      place.asideUntil = Math.max(place.asideUntil, time.now() + Elapsed.nanos(pause));
    }
    LOG.warn("account {} is set aside for {} s: {}", alias, pause.toSeconds(), reason);
  }
}
