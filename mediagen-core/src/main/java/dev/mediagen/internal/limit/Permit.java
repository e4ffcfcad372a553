// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import org.jspecify.annotations.Nullable;

/** The right to have one job in flight. Thread-safe. */
public final class Permit {
  /** What one gets where jobs are not counted. */
  static final Permit UNCOUNTED = new Permit(null);

  private final @Nullable Gate gate;

  /** Guarded by the gate. */
  boolean held = true;

  Permit(@Nullable Gate gate) {
    this.gate = gate;
  }

  /** Gives the place to the next; to be called when the job has ended. Once more does nothing. */
  public void release() {
    if (gate != null) {
      gate.release(this);
    }
  }
}
