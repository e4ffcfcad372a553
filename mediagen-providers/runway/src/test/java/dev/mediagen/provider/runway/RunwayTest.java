// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.UnreadableReplyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunwayTest {
  private static final JobHandle JOB =
      JobHandle.builder()
          .model(ModelId.of("runway/gen4.5"))
          .kind(MediaKind.VIDEO)
          .operation("text_to_video")
          .jobId("t1")
          .stage("poll")
          .createdAt(Instant.EPOCH)
          .deadline(Instant.EPOCH.plusSeconds(60))
          .contract(1)
          .build();

  private final RunwayProvider runway = new RunwayProvider();
  private final Operation video = Objects.requireNonNull(runway.operations().get("text_to_video"));

  private JobUpdate poll(String task) {
    return video.onPoll(JOB, HttpReply.json(200, task.replace('\'', '"')));
  }

  private ErrorDetails failed(String more) {
    return poll("{'id':'t1','status':'FAILED'" + more + "}").failure().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, QUEUED",
    "THROTTLED, QUEUED",
    "RUNNING, RUNNING",
    "SUCCEEDED, SUCCEEDED",
    "FAILED, FAILED",
    "CANCELLED, CANCELED",
    "THAWING, RUNNING",
  })
  void words(String word, JobState state) {
    assertThat(poll("{'id':'t1','status':'" + word + "'}").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY.INPUT.TEXT, CONTENT_FILTERED, false",
    "SAFETY.INPUT.IMAGE, CONTENT_FILTERED, false",
    "SAFETY.INPUT.VIDEO, CONTENT_FILTERED, false",
    "SAFETY.INPUT.SOMETHING_NEW, CONTENT_FILTERED, false",
    "SAFETY.OUTPUT.VIDEO, CONTENT_FILTERED, false",
    "INPUT_PREPROCESSING.SAFETY.TEXT, CONTENT_FILTERED, false",
    "INPUT_PREPROCESSING.INTERNAL, PROVIDER_UNAVAILABLE, true",
    "INTERNAL.BAD_OUTPUT, FAILED, true",
    "INTERNAL.BAD_OUTPUT.CODE01, FAILED, true",
    "INTERNAL, PROVIDER_UNAVAILABLE, true",
    "THIRD_PARTY.TIMEOUT, PROVIDER_UNAVAILABLE, true",
    "ASSET.INVALID, INVALID_REQUEST, false",
    "SAFETYCATCH, FAILED, false",
    "SOMETHING.NEW, FAILED, false",
  })
  void codes_of_failed_tasks(String code, ErrorKind kind, boolean retryable) {
    ErrorDetails failure = failed(",'failure':'no','failureCode':'" + code + "'");

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.vendorCode()).hasValue(code);
  }

  @Test
  void a_failure_without_a_code_is_runways_own() {
    ErrorDetails failure = failed("");

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(failure.vendorCode()).isEmpty();
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @Test
  void a_failed_task_says_whether_it_cost() {
    assertThat(failed(",'cost':{'credits':0}").billing()).isEqualTo(Billing.NONE);
    assertThat(failed(",'cost':{'credits':60}").billing()).isEqualTo(Billing.CERTAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad ratio, INVALID_REQUEST",
    "400, not enough credits, INSUFFICIENT_CREDITS",
    "401, no, AUTHENTICATION",
    "403, no, PERMISSION",
    "404, no, NOT_FOUND",
    "405, no, INVALID_REQUEST",
    "422, no, INVALID_REQUEST",
    "429, daily credits, RATE_LIMITED",
    "500, no, PROVIDER_UNAVAILABLE",
    "502, no, PROVIDER_UNAVAILABLE",
    "503, no, PROVIDER_UNAVAILABLE",
    "504, no, PROVIDER_UNAVAILABLE",
  })
  void errors(int status, String text, ErrorKind kind) {
    ErrorDetails details =
        runway.failure(HttpReply.json(status, "{\"error\":\"" + text + "\",\"issues\":[]}"));

    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.vendorMessage()).hasValue(text);
  }

  @Test
  void headers_say_whether_and_when_to_try_again() {
    HttpReply reply =
        HttpReply.of(
            503,
            Map.of("x-should-retry", "false", "retry-after-ms", "1500"),
            Blob.of("busy".getBytes(UTF_8)));

    assertThat(runway.failure(reply).retryable()).isFalse();
    assertThat(runway.failure(reply).retryAfter()).hasValue(Duration.ofMillis(1500));
    assertThat(runway.failure(HttpReply.json(503, "{}")).retryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.42, 0.42", "42, 0.42", "1, 1.0"})
  void progress_is_a_part_or_a_percentage(String progress, double part) {
    assertThat(poll("{'status':'RUNNING','progress':" + progress + "}").progress()).hasValue(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "900", "'soon'", "null"})
  void odd_progress_is_none(String progress) {
    assertThat(poll("{'status':'RUNNING','progress':" + progress + "}").progress()).isEmpty();
  }

  @Test
  void runway_is_not_asked_too_often() {
    assertThat(poll("{'status':'THROTTLED'}").retryAfter()).hasValue(Duration.ofSeconds(5));
    assertThat(poll("{'status':'SUCCEEDED','output':[]}").retryAfter()).isEmpty();
  }

  @Test
  void credits_are_counted_when_they_are_spent() {
    assertThat(poll("{'status':'RUNNING','estimatedCost':{'credits':60}}").cost()).isEmpty();
    assertThat(poll("{'status':'SUCCEEDED','cost':{'credits':60}}").cost().orElseThrow().units())
        .containsEntry("credit", new BigDecimal("60"));
  }

  @Test
  void a_sequence_of_pictures_has_its_sound_beside_it() {
    JobUpdate update =
        poll(
            "{'status':'SUCCEEDED','output':['https://c.example/a.zip?s=1','https://c.example/A.WAV?s=2',null,{}]}");

    assertThat(update.outputs()).extracting(Output::role).containsExactly("video", "audio");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{'status':null}", "{'status':''}"})
  void a_reply_without_a_status_cannot_be_read(String reply) {
    assertThatThrownBy(() -> poll(reply)).isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void finished_tasks_give_new_urls() {
    assertThat(video.freshUrls()).isTrue();
    assertThat(video.repeat()).isEqualTo(Operation.Repeat.NEVER);
  }
}
