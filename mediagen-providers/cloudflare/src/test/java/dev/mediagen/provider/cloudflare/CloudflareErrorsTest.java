// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudflareErrorsTest {
  private static ErrorDetails failure(int status, String json) {
    return new CloudflareProvider().failure(HttpReply.json(status, json));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "5007, 400, NOT_FOUND",
    "5004, 400, INVALID_REQUEST",
    "3003, 400, INVALID_REQUEST",
    "3039, 400, INVALID_REQUEST",
    "5018, 403, PERMISSION",
    "3041, 403, PERMISSION",
    "5016, 403, PERMISSION",
    "3023, 403, PERMISSION",
    "5019, 405, INVALID_REQUEST",
    "5005, 405, INVALID_REQUEST",
    "3042, 404, NOT_FOUND",
    "3006, 413, INVALID_REQUEST",
    "3007, 408, TIMEOUT",
    "3008, 408, TIMEOUT",
    "3036, 429, INSUFFICIENT_CREDITS",
    "3040, 429, PROVIDER_UNAVAILABLE",
    "10000, 401, AUTHENTICATION",
    "9109, 403, PERMISSION",
    "6003, 400, AUTHENTICATION",
    "7003, 400, INVALID_REQUEST",
    "7000, 404, NOT_FOUND",
    "971, 429, RATE_LIMITED",
    "3030, 400, CONTENT_FILTERED",
    "3043, 500, PROVIDER_UNAVAILABLE"
  })
  void a_code_decides_what_a_failure_is(int code, int status, ErrorKind kind) {
    ErrorDetails details = failure(status, Replies.refusal(code, "no"));

    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.vendorCode()).hasValue(String.valueOf(code));
    assertThat(details.vendorMessage()).hasValue("no");
  }

  @Test
  void of_the_two_meanings_of_429_only_a_lack_of_capacity_may_pass() {
    assertThat(failure(429, Replies.refusal(3036, "no")).retryable()).isFalse();
    assertThat(failure(429, Replies.refusal(3040, "no")).retryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'3040: Capacity temporarily exceeded, please try again.'",
    "'InferenceUpstreamError: 3040: Capacity temporarily exceeded'"
  })
  void a_code_may_stand_in_the_message_only(String message) {
    ErrorDetails details =
        failure(429, "{\"success\":false,\"errors\":[{\"message\":\"" + message + "\"}]}");

    assertThat(details.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(details.vendorCode()).hasValue("3040");
  }

  @Test
  void a_filter_without_its_own_code_is_known_by_its_word() {
    ErrorDetails details = failure(400, Replies.refusal(8007, "the output is NSFW"));

    assertThat(details.kind()).isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void a_run_that_took_too_long_may_have_cost_money() {
    ErrorDetails details = failure(408, Replies.refusal(3007, "timed out"));

    assertThat(details.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @Test
  void a_page_instead_of_an_envelope_is_judged_by_its_status() {
    byte[] page = "<html>bad gateway</html>".getBytes(StandardCharsets.UTF_8);
    HttpReply reply = HttpReply.of(502, Map.of("Content-Type", "text/html"), Blob.of(page));

    ErrorDetails details = new CloudflareProvider().failure(reply);

    assertThat(details.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(details.vendorMessage()).hasValue("<html>bad gateway</html>");
  }
}
