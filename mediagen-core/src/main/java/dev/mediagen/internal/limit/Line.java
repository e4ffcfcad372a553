// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait, in the order in which they came. To join, to leave from anywhere and to ask for
 * one's position takes a time that grows with the logarithm of their number. Not thread-safe.
 */
final class Line {
  private static final int SMALLEST = 16;

  private @Nullable Ticket[] slots = new Ticket[SMALLEST];

  /** How many slots are taken in ranges of them: a Fenwick tree, counted from one. */
  private int[] taken = new int[SMALLEST + 1];

  private int front;
  private int end;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Who waits longest, of those that there must be. */
  Ticket first() {
    while (slots[front] == null) {
      front++;
    }
    return Objects.requireNonNull(slots[front]);
  }

  void join(Ticket ticket) {
    if (end == slots.length) {
      closeUp();
    }
    put(ticket);
    size++;
  }

  /** Whether the ticket was in the line; now it is not. */
  boolean leave(Ticket ticket) {
    if (ticket.slot < 0) {
      return false;
    }
    slots[ticket.slot] = null;
    count(ticket.slot, -1);
    ticket.slot = Ticket.NOWHERE;
    size--;
    return true;
  }

  /** How many stand before a ticket that is in the line. */
  int before(Ticket ticket) {
    int sum = 0;
    for (int i = ticket.slot; i > 0; i -= i & -i) {
      sum += taken[i];
    }
    return sum;
  }

  /** Makes as many new slots as are taken, so that this happens seldom. */
  private void closeUp() {
    @Nullable Ticket[] old = slots;
    slots = new Ticket[Math.max(SMALLEST, 2 * size)];
    taken = new int[slots.length + 1];
    front = 0;
    end = 0;
    for (Ticket ticket : old) {
      if (ticket != null) {
        put(ticket);
      }
    }
  }

  private void put(Ticket ticket) {
    ticket.slot = end;
    slots[end] = ticket;
    count(end, 1);
    end++;
  }

  private void count(int slot, int change) {
    for (int i = slot + 1; i < taken.length; i += i & -i) {
      taken[i] += change;
    }
  }
}
