// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.UnreadableReplyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlingTest {
  private static final JobHandle JOB =
      JobHandle.builder()
          .model(ModelId.of("kling/kling-3.0"))
          .kind(MediaKind.VIDEO)
          .operation("generation")
          .jobId("1")
          .stage("poll")
          .createdAt(Instant.EPOCH)
          .deadline(Instant.EPOCH.plusSeconds(60))
          .contract(1)
          .build();

  private final KlingProvider kling = new KlingProvider();

  private Operation operation(String name) {
    return Objects.requireNonNull(kling.operations().get(name));
  }

  private static HttpReply json(String text) {
    return HttpReply.json(200, text.replace('\'', '"'));
  }

  private JobUpdate newer(String task) {
    return operation("generation").onPoll(JOB, json("{'code':0,'data':[" + task + "]}"));
  }

  private JobUpdate older(String task) {
    return operation("text2video").onPoll(JOB, json("{'code':0,'data':" + task + "}"));
  }

  @ParameterizedTest
  @CsvSource({
    "submitted, QUEUED",
    "processing, RUNNING",
    "succeeded, SUCCEEDED",
    "failed, FAILED",
    "thawing, RUNNING",
  })
  void words_of_the_newer_api(String word, JobState state) {
    assertThat(newer("{'id':'1','status':'" + word + "'}").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "submitted, QUEUED",
    "processing, RUNNING",
    "succeed, SUCCEEDED",
    "failed, FAILED",
  })
  void words_of_the_older_api(String word, JobState state) {
    assertThat(older("{'task_id':'1','task_status':'" + word + "'}").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "401, 1000, AUTHENTICATION",
    "401, 1004, AUTHENTICATION",
    "429, 1100, PERMISSION",
    "429, 1101, INSUFFICIENT_CREDITS",
    "429, 1102, INSUFFICIENT_CREDITS",
    "403, 1103, PERMISSION",
    "400, 1200, INVALID_REQUEST",
    "400, 1201, INVALID_REQUEST",
    "404, 1202, NOT_FOUND",
    "404, 1203, NOT_FOUND",
    "400, 1300, CONTENT_FILTERED",
    "400, 1301, CONTENT_FILTERED",
    "429, 1302, RATE_LIMITED",
    "429, 1303, RATE_LIMITED",
    "429, 1304, PERMISSION",
    "500, 5000, PROVIDER_UNAVAILABLE",
    "503, 5001, PROVIDER_UNAVAILABLE",
    "504, 5002, TIMEOUT",
  })
  void the_code_decides_before_the_status(int status, int code, ErrorKind kind) {
    String body = "{\"code\":" + code + ",\"message\":\"no\",\"request_id\":\"r\"}";

    assertThat(kling.failure(HttpReply.json(status, body)).kind()).isEqualTo(kind);
  }

  @Test
  void a_code_inside_a_200_is_a_refusal() {
    HttpReply reply = json("{'code':1102,'message':'depleted'}");

    assertThat(operation("generation").reads(reply)).isFalse();
    assertThat(kling.failure(reply).kind()).isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);
  }

  @Test
  void results_live_for_thirty_days_and_name_their_length() {
    JobUpdate update =
        newer(
            "{'id':'1','status':'succeeded','update_time':1781080778802,'outputs':[{'type':'video',"
                + "'id':'v','url':'https://cdn.example/v.mp4','duration':'5.1'}]}");

    assertThat(update.outputs().get(0).expiresAt())
        .hasValue(Instant.ofEpochMilli(1781080778802L).plus(Duration.ofDays(30)));
    assertThat(update.outputs().get(0).duration()).hasValue(Duration.ofMillis(5100));
    assertThat(update.outputs().get(0).id()).hasValue("v");
  }

  @Test
  void cash_is_money_and_units_are_not() {
    String done = "{'id':'1','status':'succeeded','billing':[{'charge_type':";

    assertThat(
            newer(done + "'cash','amount':'0.42','currency':'USD'}]}").cost().orElseThrow().usd())
        .hasValue(new BigDecimal("0.42"));
    Cost units = newer(done + "'unit','amount':'3.00'}]}").cost().orElseThrow();
    assertThat(units.usd()).isEmpty();
    assertThat(units.units()).containsEntry("unit", new BigDecimal("3.00"));
  }

  @Test
  void a_webhook_has_no_envelope() {
    assertThat(
            operation("generation")
                .onWebhook(JOB, json("{'id':'1','status':'processing'}"))
                .orElseThrow()
                .state())
        .isEqualTo(JobState.RUNNING);
    assertThat(
            operation("lip-sync")
                .onWebhook(
                    JOB, json("{'task_id':'1','task_status':'failed','task_status_msg':'no'}"))
                .orElseThrow()
                .failure())
        .isPresent();
  }

  @Test
  void a_look_up_that_is_refused_shows_nothing() {
    JobIntent lost =
        JobIntent.builder()
            .model(ModelId.of("kling/kling-3.0"))
            .kind(MediaKind.VIDEO)
            .operation("generation")
            .clientId("c1")
            .createdAt(Instant.EPOCH)
            .deadline(Instant.EPOCH.plusSeconds(60))
            .build();

    assertThatThrownBy(
            () -> operation("generation").onLookUp(lost, json("{'code':5000,'message':'oops'}")))
        .isInstanceOf(UnreadableReplyException.class);
    assertThat(operation("generation").onLookUp(lost, json("{'code':0,'data':[]}"))).isEmpty();
  }
}
