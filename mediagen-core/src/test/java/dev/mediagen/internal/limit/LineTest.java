// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void it_does_what_a_list_does() {
    Random random = new Random(7);
    Line line = new Line();
    List<Ticket> list = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      // It grows to some hundreds and empties again, several times.
      boolean growing = i / 1_000 % 2 == 0;
      if (list.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
        Ticket ticket = new Ticket(null, Elapsed.NEVER, i);
        line.join(ticket);
        list.add(ticket);
      } else {
        Ticket leaver = list.remove(random.nextBoolean() ? 0 : random.nextInt(list.size()));
        assertThat(line.leave(leaver)).isTrue();
        assertThat(line.leave(leaver)).isFalse();
      }
      assertThat(line.size()).isEqualTo(list.size());
      if (!list.isEmpty()) {
        int index = random.nextInt(list.size());
        assertThat(line.before(list.get(index))).isEqualTo(index);
        assertThat(line.first()).isSameAs(list.get(0));
      }
    }
  }
}
