// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.error.MediaException;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A place in the line before a gate, and the future of the permit that it leads to. Who cancels it
 * leaves the line; who has the permit already, still has to release it. It fails with a {@link
 * MediaException} and without anything having been sent. What hangs on it runs on the thread that
 * made room, or on the clock's: it must not block. Thread-safe.
 */
public final class Ticket extends CompletableFuture<Permit> {
  static final int NOWHERE = -1;

  /** The ticket of all that are not counted: it costs nothing. */
  static final Ticket UNCOUNTED = granted(Permit.UNCOUNTED);

  /** When it fails, in the gate's time. */
  final long deadline;

  /** Tells tickets with the same deadline apart. */
  final long number;

  /** Where it stands; belongs to the line. */
  int slot = NOWHERE;

  private final @Nullable Gate gate;

  /** One that waits. */
  Ticket(@Nullable Gate gate, long deadline, long number) {
    this.gate = gate;
    this.deadline = deadline;
    this.number = number;
  }

  static Ticket granted(Permit permit) {
    Ticket ticket = new Ticket(null, Elapsed.NEVER, 0);
    ticket.complete(permit);
    return ticket;
  }

  static Ticket refused(MediaException why) {
    Ticket ticket = new Ticket(null, Elapsed.NEVER, 0);
    ticket.completeExceptionally(why);
    return ticket;
  }

  /** How many stand before it, 0 for the next; empty once it waits no longer. */
  public OptionalInt position() {
    return gate == null ? OptionalInt.empty() : gate.position(this);
  }

  /** Lets the holder go. Whoever has cancelled in the meantime leaves the permit to the next. */
  void grant(Permit permit) {
    if (!complete(permit)) {
      permit.release();
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (gate != null) {
      gate.leave(this);
    }
    return super.cancel(mayInterruptIfRunning);
  }
}
