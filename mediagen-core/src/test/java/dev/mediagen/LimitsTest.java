// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mediagen.Limits.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void what_is_named_wins_field_by_field() {
    Limits users = Limits.builder().jobsInFlight(3).waiting(Limits.WAITING).build();
    Limits vendors =
        Limits.builder().jobsInFlight(8).requests(Rate.perMinute(10)).waiting(5).build();

    assertThat(users.or(vendors))
        .isEqualTo(
            Limits.builder()
                .jobsInFlight(3)
                .requests(Rate.perMinute(10))
                .waiting(Limits.WAITING)
                .build());
    assertThat(users.or(Limits.none())).isEqualTo(users);
    assertThat(Limits.none().or(users)).isEqualTo(users);
  }

  @Test
  void a_value_that_cannot_be_meant_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.builder().jobsInFlight(0).build())
        .withMessage("jobsInFlight 0: must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.builder().waiting(-1).build())
        .withMessage("waiting -1: must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rate.perSecond(0))
        .withMessage("count 0: a rate is of 1 to 100000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(1, Duration.ZERO))
        .withMessage("per PT0S: must be longer than zero");
  }

  @Test
  void a_rate_reads_as_one_says_it() {
    assertThat(Rate.perMinute(10)).hasToString("10 per 60.0 s");
  }
}
