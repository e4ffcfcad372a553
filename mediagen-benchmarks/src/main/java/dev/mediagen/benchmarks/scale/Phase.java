// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import java.time.Duration;

/** One pattern of load. */
enum Phase {
  /** Small, and not looked at: it lets the JIT compiler do its work first. */
  WARM_UP("warming up", 5, Duration.ZERO, 0),
  /** All jobs as fast as they are taken. */
  BURST("all at once", 1, Duration.ZERO, 0),
  /** The jobs one after the other over the time that one takes. */
  STEADY("spread over 10 s", 1, Duration.ofSeconds(10), 0),
  /** As {@link #BURST}, but the first question about some of the jobs stays without answer. */
  STALLS("all at once, the first poll of every 50th without answer for 30 s", 1, Duration.ZERO, 50),
  /** Jobs that only wait, while the heap is looked at. */
  WAITING("all waiting", 1, Duration.ZERO, 0);

  private final String label;
  private final int share;
  private final Duration spread;
  private final int stalling;

  Phase(String label, int share, Duration spread, int stalling) {
    this.label = label;
    this.share = share;
    this.spread = spread;
    this.stalling = stalling;
  }

  String label() {
    return label;
  }

  /** How many of so many jobs it takes. */
  int jobs(int all) {
    return all / share;
  }

  /** Over which time the jobs are submitted. */
  Duration spread() {
    return spread;
  }

  /** The job of an index. */
  Contender.Job job(int index) {
    return new Contender.Job(index, this == WAITING ? 600_000 : 0, stalls(index) ? 30_000 : 0);
  }

  /** Whether the job of this index is left without answer for a while. */
  boolean stalls(int index) {
    return stalling > 0 && index % stalling == 0;
  }
}
