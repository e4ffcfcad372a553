// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.InvalidRequestException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueJsonTest {
  private static final JobHandle HANDLE =
      JobHandle.builder()
          .model(ModelId.of("fal/fal-ai/flux/dev"))
          .kind(MediaKind.VIDEO)
          .operation("queue")
          .jobId("7f/é")
          .data(Map.of("host", "eu1"))
          .createdAt(Instant.parse("2026-11-20T12:00:00.123456789Z"))
          .deadline(Instant.parse("2026-11-20T13:00:00Z"))
          .contract(1)
          .build();

  @Test
  void a_handle_survives_the_way_there_and_back() {
    JobHandle full = HANDLE.toBuilder().account("second").stage("result").build();

    assertThat(JobHandle.fromJson(HANDLE.toJson())).isEqualTo(HANDLE);
    assertThat(JobHandle.fromJson(full.toJson())).isEqualTo(full);
  }

  @Test
  void the_text_of_a_handle_never_changes() {
    assertThat(HANDLE.toJson())
        .isEqualTo(
            "{\"contract\":1,\"createdAt\":\"2026-11-20T12:00:00.123456789Z\",\"data\":{\"host\":"
                + "\"eu1\"},\"deadline\":\"2026-11-20T13:00:00Z\",\"jobId\":\"7f/é\",\"kind\":\"video\","
                + "\"model\":\"fal/fal-ai/flux/dev\",\"operation\":\"queue\",\"stage\":\"poll\"}");
  }

  @Test
  void a_handle_without_its_id_is_no_handle() {
    String json = HANDLE.toJson().replace("\"jobId\":\"7f/é\",", "");

    assertThatThrownBy(() -> JobHandle.fromJson(json))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("jobId");
  }

  @Test
  void a_handle_with_a_broken_time_names_the_field() {
    assertThatThrownBy(
            () ->
                JobHandle.fromJson(HANDLE.toJson().replace("2026-11-20T13:00:00Z", "one o'clock")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("deadline")
        .hasMessageContaining("one o'clock");
  }

  @Test
  void a_status_survives_the_way_there_and_back() {
    JobStatus status =
        JobStatus.builder()
            .state(JobState.RUNNING)
            .progress(0.25)
            .queuePosition(0)
            .remaining(Duration.ofMillis(1500))
            .message("step 5 of 20")
            .logs(List.of("loading", "running"))
            .build();

    assertThat(ValueCodec.read(ValueCodec.write(status), JobStatus.class)).isEqualTo(status);
    assertThat(ValueCodec.read(ValueCodec.write(JobStatus.of(JobState.QUEUED)), JobStatus.class))
        .isEqualTo(JobStatus.of(JobState.QUEUED));
  }

  @Test
  void a_cost_keeps_every_digit() {
    Cost cost =
        Cost.builder()
            .usd(new BigDecimal("0.000123456789012345"))
            .unit("1k_tokens", new BigDecimal("12.5"))
            .source(Cost.Source.COUNTED)
            .basis("counted")
            .build();

    assertThat(ValueCodec.read(ValueCodec.write(cost), Cost.class)).isEqualTo(cost);
  }

  @Test
  void similar_names_come_best_first_and_strangers_not_at_all() {
    assertThat(Similar.to("promt", List.of("seed", "negativePrompt", "prompt"), 3))
        .startsWith("prompt")
        .doesNotContain("negativePrompt");
    assertThat(Similar.to("xyzzy", List.of("prompt", "seed"), 3)).isEmpty();
    assertThat(Similar.to("FLUX", List.of("flux-2-max", "other"), 3)).containsExactly("flux-2-max");
  }
}
