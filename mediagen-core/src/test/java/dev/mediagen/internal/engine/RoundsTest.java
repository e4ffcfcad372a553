// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.Limits;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.internal.limit.Gates;
import dev.mediagen.internal.poll.PollPlans;
import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the next question comes. */
class RoundsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final ModelId MODEL = ModelId.of("tiny/m");

  /** Stands still, and tells what is planned. */
  private static final class Planned implements JobClock {
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public Instant now() {
      return NOON;
    }

    @Override
    public Scheduled after(Duration delay, Runnable task) {
      pauses.add(delay);
      return () -> pauses.remove(delay);
    }
  }

  private final Planned clock = new Planned();

  private Rounds rounds(Duration patience) {
    JobHandle job =
        JobHandle.builder()
            .model(MODEL)
            .kind(MediaKind.IMAGE)
            .operation("make")
            .jobId("j1")
            .createdAt(NOON)
            .deadline(NOON.plus(patience))
            .contract(1)
            .build();
    return new Rounds(
        clock,
        new Gates(clock).of("tiny", "", Limits.none()),
        new PollPlans(0).plan(MODEL, Optional.empty()),
        job,
        job.deadline(),
        () -> {});
  }

  @Test
  void what_is_to_be_asked_at_once_is_not_put_off_by_older_news() {
    Rounds rounds = rounds(Duration.ofHours(1));

    rounds.now();
    rounds.later(Optional.empty(), Optional.empty(), false);

    assertThat(clock.pauses).containsExactly(Duration.ZERO);
  }

  @Test
  void what_comes_at_once_takes_the_place_of_what_was_planned() {
    Rounds rounds = rounds(Duration.ofHours(1));

    rounds.later(Optional.empty(), Optional.empty(), true);
    rounds.now();

    assertThat(clock.pauses).containsExactly(Duration.ZERO);
  }

  @Test
  void the_last_question_comes_just_before_the_deadline() {
    rounds(Duration.ofSeconds(3)).later(Optional.empty(), Optional.empty(), true);

    assertThat(clock.pauses).containsExactly(Duration.ofMillis(2900));
  }

  @Test
  void when_news_come_by_themselves_a_minute_goes_by() {
    rounds(Duration.ofHours(1)).later(Optional.empty(), Optional.empty(), true);

    assertThat(clock.pauses).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void after_the_end_nothing_is_planned() {
    Rounds rounds = rounds(Duration.ofHours(1));
    rounds.later(Optional.empty(), Optional.empty(), false);

    rounds.stop();
    rounds.now();

    assertThat(clock.pauses).isEmpty();
  }
}
