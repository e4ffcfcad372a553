// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.ModelId;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.UnreadableReplyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  private static final ModelId MODEL = ModelId.of("toy/m");

  private static Optional<Duration> retryAfter(Map<String, String> headers) {
    return Failures.retryAfter(HttpReply.of(429, headers, Blob.of(new byte[0])));
  }

  @ParameterizedTest
  @CsvSource({"7,7000", "0.5,500", "0,0"})
  void a_pause_in_seconds_is_read(String header, long millis) {
    assertThat(retryAfter(Map.of("retry-after", header))).hasValue(Duration.ofMillis(millis));
  }

  @Test
  void a_pause_until_a_date_is_measured_by_the_vendors_own_clock() {
    assertThat(
            retryAfter(
                Map.of(
                    "Date", "Fri, 20 Nov 2026 12:00:00 GMT",
                    "Retry-After", "Fri, 20 Nov 2026 12:00:30 GMT")))
        .hasValue(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"soon", "1.2.3", "-5", "''"})
  void a_pause_that_cannot_be_read_is_none(String header) {
    assertThat(retryAfter(Map.of("Retry-After", header))).isEmpty();
  }

  @Test
  void one_of_ours_stays_and_gets_its_model() {
    MediaException mine = new MediaException(ErrorDetails.of(ErrorKind.EXPIRED, "gone").build());

    MediaException wrapped = Failures.wrap(new CompletionException(mine), MODEL);

    assertThat(wrapped.kind()).isEqualTo(ErrorKind.EXPIRED);
    assertThat(wrapped.model()).hasValue(MODEL);
    assertThat(Failures.wrap(wrapped, ModelId.of("toy/other"))).isSameAs(wrapped);
  }

  /** Anything that was not ours became FAILED, with the name of a class for a message. */
  @Test
  void a_reply_that_cannot_be_read_is_the_vendors_fault_by_name() {
    MediaException wrapped = Failures.wrap(new UnreadableReplyException("no /id"), MODEL);

    assertThat(wrapped.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(wrapped).hasMessageContaining("no /id").hasMessageNotContaining("Exception");
  }

  @Test
  void ids_of_submissions_sort_by_time_and_are_safe_in_a_path() {
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    String early = ClientIds.next(now);
    String late = ClientIds.next(now.plusMillis(50));

    assertThat(early).hasSize(26).matches("[a-z2-7]+").isNotEqualTo(ClientIds.next(now));
    assertThat(order(early)).isLessThan(order(late));
  }

  /** The alphabet has its digits after its letters, ASCII has them before. */
  private static String order(String id) {
    return id.substring(0, 9)
        .chars()
        .mapToObj(c -> String.valueOf((char) (c >= 'a' ? c : c + 0x60)))
        .reduce("", String::concat);
  }
}
