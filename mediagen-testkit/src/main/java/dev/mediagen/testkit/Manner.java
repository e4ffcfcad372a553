// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.time.Duration;

/**
 * How an exchange goes over the wire, apart from what it says. Immutable.
 *
 * @param reads how many bytes of the call's body are read before the exchange breaks off; negative
 *     for all of it, and no such end
 * @param stops where the reply breaks off
 * @param after with {@link Stop#IN_BODY}, how many bytes of the body are sent before; negative for
 *     the half of it
 * @param silent whether the connection stays open where the exchange breaks off
 * @param late how long nothing happens before the reply
 * @param slice how many bytes of the body go at a time; 0 for as many as fit
 * @param pause how long nothing happens after each slice
 * @param chunked whether the length is left unsaid
 */
record Manner(
    long reads,
    Stop stops,
    long after,
    boolean silent,
    Duration late,
    int slice,
    Duration pause,
    boolean chunked) {
  /** Where a reply breaks off. */
  enum Stop {
    NOWHERE,
    BEFORE,
    IN_HEAD,
    IN_BODY
  }

  static final Manner USUAL =
      new Manner(-1, Stop.NOWHERE, -1, false, Duration.ZERO, 0, Duration.ZERO, false);

  Manner reading(long bytes, boolean silently) {
    return new Manner(bytes, stops, after, silently, late, slice, pause, chunked);
  }

  Manner stopping(Stop place, long bytes, boolean silently) {
    return new Manner(reads, place, bytes, silently, late, slice, pause, chunked);
  }

  Manner waiting(Duration before) {
    return new Manner(reads, stops, after, silent, before, slice, pause, chunked);
  }

  Manner dripping(int bytes, Duration between) {
    return new Manner(reads, stops, after, silent, late, bytes, between, chunked);
  }

  Manner chunks() {
    return new Manner(reads, stops, after, silent, late, slice, pause, true);
  }

  /** Whether the whole call is read. */
  boolean readsAll() {
    return reads < 0;
  }
}
