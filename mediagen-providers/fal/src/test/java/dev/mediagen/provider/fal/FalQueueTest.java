// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalQueueTest {
  private final FalQueue queue = new FalQueue();

  private static JobHandle job(String model, String stage, MediaKind kind) {
    return JobHandle.builder()
        .model(ModelId.of("fal/" + model))
        .kind(kind)
        .operation("queue")
        .jobId("r1")
        .stage(stage)
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "fal-ai/flux/dev, /fal-ai/flux/requests/r1",
    "fal-ai/kling-video/v3/pro/image-to-video, /fal-ai/kling-video/requests/r1",
    "bytedance/seedance-2.0/text-to-video, /bytedance/seedance-2.0/requests/r1",
    "workflows/ann/poster/v2, /workflows/ann/poster/requests/r1",
    "comfy/bob/graph, /comfy/bob/graph/requests/r1",
  })
  void asks_with_owner_and_app_only(String model, String path) {
    assertThat(queue.poll(job(model, "result", MediaKind.IMAGE)).path()).isEqualTo(path);
    assertThat(queue.poll(job(model, "poll", MediaKind.IMAGE)).path()).isEqualTo(path + "/status");
    assertThat(queue.cancel(job(model, "poll", MediaKind.IMAGE)).orElseThrow().path())
        .isEqualTo(path + "/cancel");
  }

  @Test
  void a_cancelled_job_is_completed_with_an_error() {
    JobUpdate update =
        queue.onPoll(
            job("fal-ai/flux/dev", "poll", MediaKind.IMAGE),
            HttpReply.json(
                200,
                "{\"status\":\"COMPLETED\",\"error\":\"cancelled\",\"error_type\":\"client_cancelled\"}"));

    assertThat(update.state()).isEqualTo(JobState.CANCELED);
  }

  @Test
  void an_unknown_status_is_still_running_and_says_so() {
    JobUpdate update =
        queue.onPoll(
            job("fal-ai/flux/dev", "poll", MediaKind.IMAGE),
            HttpReply.json(202, "{\"status\":\"THAWING\"}"));

    assertThat(update.state()).isEqualTo(JobState.RUNNING);
    assertThat(update.warnings()).singleElement().asString().contains("THAWING");
  }

  @Test
  void a_job_that_was_done_cannot_be_cancelled() {
    assertThat(
            queue.onCancel(
                job("fal-ai/flux/dev", "poll", MediaKind.IMAGE),
                HttpReply.json(400, "{\"status\":\"ALREADY_COMPLETED\"}")))
        .isEqualTo(CancelOutcome.TOO_LATE);
  }

  @Test
  void blacked_out_pictures_are_left_out() {
    HttpReply reply =
        HttpReply.json(
            200,
            "{\"images\":[{\"url\":\"https://x.example/1.png\"},{\"url\":\"https://x.example/2.png\"}],"
                + "\"has_nsfw_concepts\":[true,false]}");

    JobUpdate update = queue.onPoll(job("fal-ai/flux/dev", "result", MediaKind.IMAGE), reply);

    assertThat(update.outputs())
        .singleElement()
        .extracting(o -> o.url().orElseThrow().getPath())
        .isEqualTo("/2.png");
    assertThat(update.warnings()).hasSize(1);
  }

  @Test
  void nothing_but_blacked_out_pictures_is_a_refusal() {
    HttpReply reply =
        HttpReply.json(
            200,
            "{\"images\":[{\"url\":\"https://x.example/1.png\"}],\"has_nsfw_concepts\":[true]}");

    JobUpdate update = queue.onPoll(job("fal-ai/flux/dev", "result", MediaKind.IMAGE), reply);

    assertThat(update.failure().orElseThrow().kind()).isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void outputs_are_found_under_every_name() {
    HttpReply reply =
        HttpReply.json(
            200,
            """
            {"combined_mask": {"url": "https://x.example/c.png"},
             "individual_masks": ["https://x.example/1.png"],
             "model_glb": {"url": "https://x.example/m.glb"},
             "thumbnail": {"url": "https://x.example/t.png"},
             "audio_file": {"url": "https://x.example/a.wav", "content_type": "audio/wav"}}
            """);

    JobUpdate update = queue.onPoll(job("fal-ai/sam2/image", "result", MediaKind.SEGMENT), reply);

    assertThat(update.outputs())
        .extracting(output -> output.role())
        .containsExactlyInAnyOrder("mask", "mask", "model", "audio");
  }

  @Test
  void a_transcript_has_its_parts_with_times() {
    HttpReply reply =
        HttpReply.json(
            200,
            "{\"text\":\"hello there\",\"languages\":[\"en\"],"
                + "\"chunks\":[{\"text\":\"hello there\",\"timestamp\":[0.5,1.25]}]}");

    JobUpdate update = queue.onPoll(job("fal-ai/wizper", "result", MediaKind.TRANSCRIPT), reply);

    assertThat(update.text()).hasValue("hello there");
    assertThat(update.language()).hasValue("en");
    assertThat(update.segments())
        .singleElement()
        .satisfies(s -> assertThat(s.end().toMillis()).isEqualTo(1250));
  }

  @Test
  void every_price_has_a_source_and_a_date() {
    for (ModelSpec model : new FalProvider().catalog().models()) {
      assertThat(model.prices()).allSatisfy(p -> assertThat(p.source() + p.asOf()).isNotBlank());
      assertThat(model.kind()).isNotNull();
    }
  }
}
