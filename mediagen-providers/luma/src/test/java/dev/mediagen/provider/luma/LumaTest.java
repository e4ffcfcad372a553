// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.UnreadableReplyException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LumaTest {
  private static final JobHandle JOB =
      JobHandle.builder()
          .model(ModelId.of("luma/ray-3.2"))
          .kind(MediaKind.VIDEO)
          .operation("agents")
          .jobId("1")
          .stage("poll")
          .createdAt(Instant.EPOCH)
          .deadline(Instant.EPOCH.plusSeconds(60))
          .contract(1)
          .build();

  private final LumaProvider luma = new LumaProvider();

  private JobUpdate read(String operation, String json) {
    Operation one = Objects.requireNonNull(luma.operations().get(operation));
    return one.onPoll(JOB, HttpReply.json(200, json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource({
    "agents, queued, QUEUED",
    "agents, processing, RUNNING",
    "agents, completed, SUCCEEDED",
    "agents, failed, FAILED",
    "agents, thawing, RUNNING",
    "video, queued, QUEUED",
    "video, dreaming, RUNNING",
    "video, completed, SUCCEEDED",
    "video, failed, FAILED",
  })
  void words(String operation, String word, JobState state) {
    JobUpdate update = read(operation, "{'id':'1','state':'" + word + "'}");

    assertThat(update.state()).isEqualTo(state);
    assertThat(update.warnings().isEmpty()).isEqualTo(!word.equals("thawing"));
    assertThat(update.failure().isPresent()).isEqualTo(state == JobState.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "content_moderated, CONTENT_FILTERED, false",
    "generation_failed, FAILED, true",
    "output_not_found, FAILED, true",
    "budget_exhausted, INSUFFICIENT_CREDITS, false",
    "rate_limited, RATE_LIMITED, true",
    "image_too_large, INVALID_REQUEST, false",
    "unsupported_format, INVALID_REQUEST, false",
    "corrupt_input, INVALID_REQUEST, false",
    "invalid_request, INVALID_REQUEST, false",
    "melted, FAILED, false",
  })
  void codes_of_failed_generations(String code, ErrorKind kind, boolean retryable) {
    String json = "{'state':'failed','failure_code':'" + code + "','failure_reason':'moderately'}";
    ErrorDetails failure = read("agents", json).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.vendorCode()).hasValue(code);
  }

  @ParameterizedTest
  @CsvSource({
    "the prompt was moderated, CONTENT_FILTERED",
    "insufficient credits, INSUFFICIENT_CREDITS",
    "no luck, FAILED",
  })
  void reasons_of_dream_machine(String reason, ErrorKind kind) {
    String json = "{'state':'failed','failure_reason':'" + reason + "'}";

    assertThat(read("video", json).failure().orElseThrow().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST",
    "401, AUTHENTICATION",
    "402, INSUFFICIENT_CREDITS",
    "403, PERMISSION",
    "404, NOT_FOUND",
    "413, INVALID_REQUEST",
    "422, INVALID_REQUEST",
    "429, RATE_LIMITED",
    "502, PROVIDER_UNAVAILABLE",
    "503, PROVIDER_UNAVAILABLE",
  })
  void statuses(int status, ErrorKind kind) {
    ErrorDetails failure = luma.failure(HttpReply.json(status, "{\"detail\":\"no\"}"));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.vendorMessage()).hasValue("no");
  }

  @Test
  void a_detail_may_be_a_list() {
    HttpReply reply = HttpReply.json(422, "{\"detail\":[{\"msg\":\"too long\"}]}");

    assertThat(luma.failure(reply).vendorMessage().orElseThrow()).contains("too long");
  }

  @Test
  void odd_outputs_are_none() {
    assertThat(
            read("agents", "{'state':'completed','output':[null,{},{'type':'video','url':7.5}]}")
                .outputs())
        .hasSize(1);
    assertThat(read("agents", "{'state':'completed','output':'x'}").outputs()).isEmpty();
    assertThat(read("image", "{'state':'completed','assets':{'image':null}}").outputs()).isEmpty();
  }

  @Test
  void a_reply_without_a_state_is_none() {
    assertThatThrownBy(() -> read("video", "{'id':'1'}"))
        .isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void only_dream_machine_sends_webhooks() {
    luma.operations()
        .forEach((name, one) -> assertThat(one.webhooks()).isEqualTo(!name.equals("agents")));
  }
}
