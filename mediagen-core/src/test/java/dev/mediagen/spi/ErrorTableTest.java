// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTableTest {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.INSUFFICIENT_CREDITS, "4006", "no_credit")
          .phrase(ErrorKind.CONTENT_FILTERED, "flagged", "NSFW")
          .phrase(ErrorKind.TIMEOUT, "too slow")
          .status(ErrorKind.RATE_LIMITED, 430);

  private static ErrorKind kind(int status, @Nullable String code, String message) {
    return TABLE.kind(status, Optional.ofNullable(code), message);
  }

  @Test
  void the_code_decides_before_the_phrase_and_the_phrase_before_the_status() {
    assertThat(kind(429, "4006", "flagged")).isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);
    assertThat(kind(429, "other", "Flagged by review")).isEqualTo(ErrorKind.CONTENT_FILTERED);
    assertThat(kind(429, "other", "slow down")).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(kind(429, null, "")).isEqualTo(ErrorKind.RATE_LIMITED);
  }

  @Test
  void a_phrase_is_found_in_any_case_and_the_first_that_fits_wins() {
    assertThat(kind(200, null, "Output was nsfw")).isEqualTo(ErrorKind.CONTENT_FILTERED);
    assertThat(kind(200, null, "too slow, and flagged")).isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void a_status_of_the_vendors_own_wins_over_the_usual_meaning() {
    assertThat(kind(430, null, "")).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(TABLE.status(ErrorKind.INSUFFICIENT_CREDITS, 403).kind(403, Optional.empty(), ""))
        .isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);
  }

  @ParameterizedTest
  @CsvSource({
    "400,INVALID_REQUEST",
    "401,AUTHENTICATION",
    "402,INSUFFICIENT_CREDITS",
    "403,PERMISSION",
    "404,NOT_FOUND",
    "410,EXPIRED",
    "418,INVALID_REQUEST",
    "422,INVALID_REQUEST",
    "429,RATE_LIMITED",
    "451,CONTENT_FILTERED",
    "500,PROVIDER_UNAVAILABLE",
    "502,PROVIDER_UNAVAILABLE",
    "503,PROVIDER_UNAVAILABLE",
    "504,TIMEOUT",
    "200,FAILED"
  })
  void statuses_have_their_usual_meaning(int status, ErrorKind kind) {
    assertThat(ErrorTable.usual().kind(status, Optional.empty(), "")).isEqualTo(kind);
  }

  @Test
  void adding_to_a_table_leaves_the_old_one_as_it_was() {
    assertThat(ErrorTable.usual().kind(400, Optional.of("4006"), ""))
        .isEqualTo(ErrorKind.INVALID_REQUEST);
  }

  @ParameterizedTest
  @CsvSource({
    "429,true,NONE",
    "500,true,POSSIBLE",
    "502,true,POSSIBLE",
    "503,true,NONE",
    "504,true,POSSIBLE",
    "400,false,NONE",
    "401,false,NONE",
    "402,false,NONE"
  })
  void a_status_tells_whether_to_try_again_and_whether_money_may_be_spent(
      int status, boolean retryable, Billing billing) {
    ErrorDetails details = ErrorTable.usual().details(status, Optional.empty(), "x").build();

    assertThat(details.retryable()).isEqualTo(retryable);
    assertThat(details.billing()).isEqualTo(billing);
  }

  @Test
  void details_keep_the_vendors_own_words() {
    ErrorDetails details =
        TABLE.read(
            HttpReply.json(400, "{\"e\":\"no_credit\"}"),
            Optional.of("no_credit"),
            Optional.of("Top up"));

    assertThat(details.kind()).isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);
    assertThat(details.vendorCode()).hasValue("no_credit");
    assertThat(details.vendorMessage()).hasValue("Top up");
    assertThat(details.message()).isEqualTo("Top up");
  }

  @Test
  void without_a_message_the_beginning_of_the_reply_is_shown() {
    HttpReply page =
        HttpReply.of(
            502,
            java.util.Map.of("Content-Type", "text/html"),
            Blob.of(
                "<html>\n  <b>Bad\tgateway</b>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertThat(ErrorTable.usual().read(page, Optional.empty(), Optional.empty()).message())
        .isEqualTo("<html> <b>Bad gateway</b>");
    assertThat(ErrorTable.usual().details(500, Optional.empty(), " ").build().message())
        .isEqualTo("the vendor says no more");
  }
}
