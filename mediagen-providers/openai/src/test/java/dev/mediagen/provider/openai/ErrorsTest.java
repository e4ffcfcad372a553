// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
  private final OpenAiProvider adapter = new OpenAiProvider();

  private static HttpReply error(int status, String type, @Nullable String code, String message) {
    String quoted = code == null ? "null" : "\"" + code + "\"";
    return HttpReply.json(
        status,
        """
        {"error":{"message":"%s","type":"%s","param":null,"code":%s}}"""
            .formatted(message, type, quoted));
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, invalid_value, INVALID_REQUEST, false",
    "400, invalid_request_error, unsupported_parameter, INVALID_REQUEST, false",
    "400, invalid_request_error, missing_required_parameter, INVALID_REQUEST, false",
    "400, invalid_request_error, invalid_image_file, INVALID_REQUEST, false",
    "400, invalid_request_error, , INVALID_REQUEST, false",
    "400, image_generation_user_error, moderation_blocked, CONTENT_FILTERED, false",
    "400, invalid_request_error, content_policy_violation, CONTENT_FILTERED, false",
    "400, invalid_request_error, billing_hard_limit_reached, INSUFFICIENT_CREDITS, false",
    "401, invalid_request_error, invalid_api_key, AUTHENTICATION, false",
    "401, invalid_request_error, , AUTHENTICATION, false",
    "403, invalid_request_error, , PERMISSION, false",
    "404, invalid_request_error, model_not_found, NOT_FOUND, false",
    "404, invalid_request_error, , NOT_FOUND, false",
    "408, server_error, , TIMEOUT, true",
    "409, invalid_request_error, , PROVIDER_UNAVAILABLE, true",
    "413, invalid_request_error, , INVALID_REQUEST, false",
    "422, invalid_request_error, , INVALID_REQUEST, false",
    "429, requests, rate_limit_exceeded, RATE_LIMITED, true",
    "429, tokens, , RATE_LIMITED, true",
    "429, insufficient_quota, insufficient_quota, INSUFFICIENT_CREDITS, false",
    "429, insufficient_quota, , INSUFFICIENT_CREDITS, false",
    "500, server_error, , PROVIDER_UNAVAILABLE, true",
    "502, server_error, , PROVIDER_UNAVAILABLE, true",
    "503, server_error, , PROVIDER_UNAVAILABLE, true",
    "504, server_error, , PROVIDER_UNAVAILABLE, true",
  })
  void each_code_and_status_has_its_kind(
      int status, String type, @Nullable String code, ErrorKind kind, boolean retryable) {
    ErrorDetails details = adapter.failure(error(status, type, code, "why"));

    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.retryable()).isEqualTo(retryable);
    assertThat(details.vendorMessage()).hasValue("why");
    assertThat(details.vendorCode()).hasValue(code == null ? type : code);
  }

  @Test
  void a_refusal_by_the_safety_system_is_known_by_its_words_too() {
    HttpReply reply =
        error(400, "image_generation_user_error", null, "Refused. safety_violations=[sexual].");

    assertThat(adapter.failure(reply).kind()).isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void a_model_that_is_not_found_may_have_been_shut_down() {
    assertThat(adapter.failure(error(404, "x", "model_not_found", "no such model")).advice())
        .get()
        .asString()
        .contains("shut down");
  }

  @Test
  void the_header_decides_whether_to_try_again_and_when() {
    HttpReply reply =
        HttpReply.of(
            429,
            Map.of("x-should-retry", "false", "retry-after-ms", "1500.5"),
            JsonNodeFactory.instance.objectNode());

    assertThat(adapter.failure(reply).retryable()).isFalse();
    assertThat(adapter.failure(reply).retryAfter()).hasValue(Duration.ofMillis(1500));
  }

  @Test
  void a_header_that_is_no_number_is_not_heeded() {
    HttpReply reply =
        HttpReply.of(503, Map.of("retry-after-ms", "-1"), JsonNodeFactory.instance.objectNode());

    assertThat(adapter.failure(reply).retryable()).isTrue();
    assertThat(adapter.failure(reply).retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'detail':'num_frames too large'} | num_frames too large",
        "{'error':'out of memory'} | out of memory",
        "{'detail':{'error':'validation_error','message':'bad voice'}} | bad voice",
      })
  void other_servers_are_understood_too(String body, String message) {
    ErrorDetails details = adapter.failure(HttpReply.json(422, body.replace('\'', '"')));

    assertThat(details.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(details.vendorMessage()).hasValue(message);
  }

  @Test
  void a_page_of_a_proxy_is_no_surprise() {
    Blob page = Blob.of("<h1>Bad gateway</h1>".getBytes(StandardCharsets.UTF_8));
    ErrorDetails details =
        adapter.failure(HttpReply.of(502, Map.of("Content-Type", "text/html"), page));

    assertThat(details.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(details.message()).contains("Bad gateway");
    assertThat(details.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @ParameterizedTest
  @CsvSource({
    "moderation_blocked, CONTENT_FILTERED",
    "output_moderation, CONTENT_FILTERED",
    "usage_policy, CONTENT_FILTERED",
    "500, FAILED",
  })
  void a_video_that_failed_says_why(String code, ErrorKind kind) {
    HttpReply video =
        HttpReply.json(
            200,
            """
            {"id":"v","status":"failed","error":{"code":"%s","message":"why"}}"""
                .formatted(code));

    assertThat(Errors.ofJob(video).kind()).isEqualTo(kind);
    assertThat(Errors.ofJob(video).billing()).isEqualTo(Billing.POSSIBLE);
  }
}
