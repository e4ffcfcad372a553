// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.aihorde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.Reference;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiHordeTest {
  private static final MediaSource PNG = MediaSource.bytes(Samples.png(), "image/png");

  private final AiHordeProvider horde = new AiHordeProvider();
  @AutoClose private final GoldenCalls calls = new GoldenCalls(horde);
  @TempDir Path folder;

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("aihorde/" + model).prompt("a bench");
  }

  @Test
  void what_goes_out() throws IOException {
    Path file = Files.write(folder.resolve("a.png"), Samples.png());
    calls
        .add("the least, and whatever model there is", image("any").build())
        .add(
            "everything",
            image("SDXL 1.0")
                .negativePrompt("blurry")
                .width(1024)
                .height(640)
                .steps(30)
                .guidance(7.5)
                .seed(42)
                .count(4)
                .style("ink")
                .option("nsfw", false)
                .option("censor_nsfw", true)
                .option("post_processing", List.of("RealESRGAN_x2plus"))
                .option("loras", List.of(Map.of("name", "fox")))
                .build())
        .add(
            "like a picture, by file",
            image("Deliberate").source(MediaSource.file(file)).strength(0.8).build())
        .add(
            "like a picture, by URL",
            image("Deliberate").source(MediaSource.url("https://pics.example/a.png")).build())
        .add("a part changed", image("stable_diffusion_inpainting").source(PNG).mask(PNG).build())
        .add(
            "of several",
            image("any")
                .source(PNG)
                .reference(Reference.of(PNG))
                .option("source_processing", "remix")
                .build())
        .add("a model that came today", image("Z-Image-Turbo").seed(7).build())
        .add("a width that is no multiple of 64", image("any").width(1000).height(1024).build())
        .add("a strength without a picture", image("any").strength(0.5).build())
        .add("a control without a picture", image("any").option("control_type", "canny").build())
        .add(
            "made larger",
            UpscaleRequest.builder()
                .model("aihorde/RealESRGAN_x2plus")
                .source(PNG)
                .scale(2.0)
                .build())
        .add(
            "without its background",
            ImageRequest.builder().model("aihorde/strip_background").source(PNG).build());
    calls.check("AiHordeCalls.http");
  }

  @Test
  void nobody_needs_a_key() {
    try (MediaClient client =
        MediaClient.builder().discover(false).environment(Map.of()).adapter(horde).build()) {
      assertThat(client.explain(image("any").build()).calls().get(0).headers())
          .containsEntry("apikey", "0000000000");
      assertThat(client.explain(image("any").count(2).build()).quote().usd())
          .hasValue(BigDecimal.ZERO);
    }
  }

  private JobUpdate read(String operation, String stage, String reply) {
    JobHandle job =
        JobHandle.builder()
            .model(ModelId.of("aihorde/any"))
            .kind(MediaKind.IMAGE)
            .operation(operation)
            .jobId("u1")
            .stage(stage)
            .createdAt(Instant.EPOCH)
            .deadline(Instant.EPOCH.plusSeconds(60))
            .contract(1)
            .build();
    return Objects.requireNonNull(horde.operations().get(operation))
        .onPoll(job, HttpReply.json(200, reply.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, 0, 0, 0, FAILED",
    "false, true, 0, 0, 1, RUNNING",
    "false, false, 1, 0, 1, RUNNING",
    "false, false, 0, 1, 1, RUNNING",
    "false, false, 0, 0, 1, QUEUED",
  })
  void how_it_stands(
      boolean faulted, boolean done, int finished, int processing, int waiting, JobState state) {
    JobUpdate update =
        read(
            "image",
            "poll",
            "{'faulted':%b,'done':%b,'finished':%d,'processing':%d,'waiting':%d}"
                .formatted(faulted, done, finished, processing, waiting));

    assertThat(update.state()).isEqualTo(state);
    assertThat(update.stage().isPresent()).as("the pictures are there").isEqualTo(done);
  }

  @Test
  void a_queue_says_how_long_and_whether_at_all() {
    JobUpdate update =
        read(
            "image",
            "poll",
            "{'faulted':false,'done':false,'finished':0,'processing':0,'waiting':1,'wait_time':40,"
                + "'queue_position':12,'is_possible':false}");

    assertThat(update.queuePosition()).hasValue(12);
    assertThat(update.remaining()).hasValue(Duration.ofSeconds(40));
    assertThat(update.warnings()).singleElement().asString().contains("no worker");
  }

  @Test
  void censored_pictures_are_left_out_whichever_way_it_is_said() {
    JobUpdate update =
        read(
            "image",
            "status",
            "{'done':true,'generations':[{'img':'https://r2.example/1','censored':true},"
                + "{'img':'https://r2.example/2','gen_metadata':[{'type':'censorship','value':'nsfw'}]},"
                + "{'img':'https://r2.example/3','seed':'7'}]}");

    assertThat(update.outputs()).hasSize(1);
    assertThat(update.outputs().get(0).seed()).hasValue(7L);
    assertThat(update.warnings()).containsExactly("2 pictures were censored and are left out");
  }

  @ParameterizedTest
  @CsvSource({
    "waiting, QUEUED",
    "processing, RUNNING",
    "partial, RUNNING",
    "done, SUCCEEDED",
    "faulted, FAILED",
    "cancelled, CANCELED",
  })
  void words_of_alchemy(String word, JobState state) {
    assertThat(read("alchemy", "poll", "{'state':'" + word + "','forms':[]}").state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "400, MissingPrompt, INVALID_REQUEST",
    "400, CorruptPrompt, CONTENT_FILTERED",
    "400, Profanity, CONTENT_FILTERED",
    "400, NoValidWorkers, PROVIDER_UNAVAILABLE",
    "400, MaintenanceMode, PROVIDER_UNAVAILABLE",
    "400, NoValidActions, PROVIDER_UNAVAILABLE",
    "401, InvalidAPIKey, AUTHENTICATION",
    "403, KudosUpfront, INSUFFICIENT_CREDITS",
    "403, SharedKeyEmpty, INSUFFICIENT_CREDITS",
    "403, SharedKeyInsufficientKudos, INSUFFICIENT_CREDITS",
    "403, AnonForbidden, PERMISSION",
    "403, BannedClientAgent, PERMISSION",
    "404, RequestNotFound, NOT_FOUND",
    "410, RequestExpired, EXPIRED",
    "423, Locked, RATE_LIMITED",
    "429, TooManyPrompts, RATE_LIMITED",
    "503, Anything, PROVIDER_UNAVAILABLE",
  })
  void the_word_decides_before_the_status(int status, String word, ErrorKind kind) {
    String body = "{\"message\":\"no\",\"rc\":\"" + word + "\"}";

    assertThat(horde.failure(HttpReply.json(status, body)).kind()).isEqualTo(kind);
  }

  @Test
  void what_is_wrong_with_each_field_is_passed_on() {
    assertThat(
            horde
                .failure(
                    HttpReply.json(
                        400,
                        "{\"message\":\"Input payload validation failed\",\"errors\":{\"params.steps\":\"too many\"}}"))
                .message())
        .contains("params.steps", "too many");
  }
}
