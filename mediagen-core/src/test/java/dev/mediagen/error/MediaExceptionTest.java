// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.ModelId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaExceptionTest {
  @Test
  void the_message_says_who_what_and_what_to_do() {
    MediaException e =
        new MediaException(
            ErrorDetails.of(ErrorKind.RATE_LIMITED, "too many calls")
                .provider("toy")
                .model(ModelId.of("toy/oil-1"))
                .httpStatus(429)
                .vendorCode("slow_down")
                .requestId("r-1")
                .retryAfter(Duration.ofMillis(2500))
                .billing(Billing.POSSIBLE)
                .build());

    assertThat(e)
        .hasMessage(
            "toy/oil-1: too many calls [RATE_LIMITED, HTTP 429, code slow_down, request r-1, retry"
                + " after 2.5 s, billing POSSIBLE] To do: try again later.");
  }

  @Test
  void advice_wins_over_the_usual_remedy() {
    MediaException e =
        new MediaException(
            ErrorDetails.of(ErrorKind.RETIRED, "is gone").provider("toy").advice("use b").build());

    assertThat(e).hasMessage("toy: is gone [RETIRED] To do: use b.");
  }

  @Test
  void a_wrong_request_lists_everything_that_is_wrong() {
    InvalidRequestException e =
        InvalidRequestException.of(
            ModelId.of("toy/oil-1"),
            List.of(
                InvalidRequestException.problem("width", 5, "takes 64 or more"),
                InvalidRequestException.problem("prompt", "", "is empty"),
                InvalidRequestException.problem("voice", null, "is missing")));

    assertThat(e.problems()).hasSize(3);
    assertThat(e.field()).isEqualTo("width");
    assertThat(e)
        .hasMessageContaining("width 5: takes 64 or more; prompt \"\" is empty; voice is missing")
        .hasMessageStartingWith("toy/oil-1: ");
    assertThat(e.billing()).isEqualTo(Billing.NONE);
    assertThat(e.retryable()).isFalse();
  }

  @Test
  void a_long_value_is_shown_in_short() {
    assertThat(InvalidRequestException.problem("prompt", "x".repeat(5000), "is long").value())
        .hasSize(120)
        .endsWith("...");
  }

  @Test
  void every_kind_has_a_remedy() {
    for (ErrorKind kind : ErrorKind.values()) {
      assertThat(kind.remedy()).as(kind.name()).isNotBlank().doesNotEndWith(".");
    }
  }
}
