// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Limits.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_stretch_of_time_holds_more_than_the_rate_allows(long seed) {
    Random random = new Random(seed);
    int count = 1 + random.nextInt(12);
    long per = 1_000;
    SlidingWindow window = new SlidingWindow(Optional.of(new Rate(count, Duration.ofNanos(per))));
    long[] moments = new long[2_000];
    long now = 0;
    for (int i = 0; i < moments.length; i++) {
      now += random.nextInt(5) == 0 ? random.nextInt(3_000) : random.nextInt(50);
      moments[i] = window.take(now);
      assertThat(moments[i]).isGreaterThanOrEqualTo(now);
      // One more than are allowed must take longer than the stretch.
      if (i >= count) {
        assertThat(moments[i] - moments[i - count]).isGreaterThanOrEqualTo(per);
      }
      // Nobody waits without need: it was time, or the window was full until then.
      if (moments[i] > now) {
        boolean full = i >= count && moments[i] == moments[i - count] + per;
        assertThat(full || moments[i] == moments[i - 1]).isTrue();
      }
    }
  }
}
