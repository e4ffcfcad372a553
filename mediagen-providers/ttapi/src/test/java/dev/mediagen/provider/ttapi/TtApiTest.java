// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ttapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.Reference;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtApiTest {
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/a.png");
  private static final MediaSource OTHER = MediaSource.url("https://pics.example/b.png");
  private static final MediaSource PNG = MediaSource.bytes(Samples.png(), "image/png");

  private final TtApiProvider ttapi = new TtApiProvider();
  @AutoClose private final GoldenCalls calls = new GoldenCalls(ttapi);

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("ttapi/" + model);
  }

  private static JobHandle job(String operation) {
    return JobHandle.builder()
        .model(ModelId.of("ttapi/midjourney-8.2"))
        .kind(MediaKind.IMAGE)
        .operation(operation)
        .jobId("a1")
        .stage("poll")
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  private JobUpdate read(String operation, String reply) {
    return Objects.requireNonNull(ttapi.operations().get(operation))
        .onPoll(job(operation), HttpReply.json(200, reply.replace('\'', '"')));
  }

  @Test
  void what_goes_out() {
    calls
        .add("the least", image("midjourney").prompt("a boat").build())
        .add(
            "everything",
            image("midjourney-8.2")
                .prompt("a boat")
                .negativePrompt("fog, text")
                .aspectRatio("16:9")
                .seed(7)
                .source(PICTURE)
                .reference(Reference.of(PICTURE, Reference.Role.STYLE))
                .reference(Reference.of(OTHER, Reference.Role.STYLE))
                .reference(Reference.of(PICTURE))
                .reference(Reference.of(OTHER, Reference.Role.CHARACTER))
                .option("stylize", 250)
                .option("chaos", 10)
                .option("tile", true)
                .option("raw", false)
                .option("iw", 1.5)
                .option("sw", 200)
                .option("hd", true)
                .option("mode", "relax")
                .option("notify_id", "42")
                .build())
        .add(
            "the version before has other flags",
            image("midjourney-7")
                .prompt("a boat")
                .quality("2")
                .reference(Reference.of(PICTURE))
                .reference(Reference.of(OTHER, Reference.Role.CHARACTER))
                .option("ow", 50)
                .build())
        .add(
            "and the one before that",
            image("midjourney-6.1")
                .prompt("a boat")
                .reference(Reference.of(OTHER, Reference.Role.CHARACTER))
                .option("cw", 50)
                .build())
        .add("a flag that a version lacks", image("niji-7").prompt("a boat").quality("2").build())
        .add("a value out of range", image("midjourney").prompt("a").option("chaos", 101).build())
        .add(
            "flags that somebody smuggles in",
            image("midjourney")
                .prompt("a boat --v 5 \u2014chaos 90 -- end")
                .negativePrompt("fog --hd")
                .option("profile", "abc --tile")
                .build())
        .add("a picture by bytes", image("midjourney").prompt("a boat").source(PNG).build())
        .add(
            "one of four varied",
            image("action")
                .source(MediaSource.job(job("imagine"), 0))
                .option("action", "variation2")
                .build())
        .add("no action", image("action").source(MediaSource.job(job("imagine"), 0)).build())
        .add(
            "made larger",
            UpscaleRequest.builder()
                .model("ttapi/upscale")
                .source(MediaSource.job(job("action"), 0))
                .scale(2.0)
                .build())
        .add(
            "made larger, creatively",
            UpscaleRequest.builder()
                .model("ttapi/upscale")
                .source(MediaSource.job(job("action"), 0))
                .option("action", "upscale_creative")
                .build())
        .add(
            "two pictures blended",
            image("blend")
                .reference(Reference.of(PNG))
                .reference(Reference.of(PNG))
                .aspectRatio("3:2")
                .build())
        .add("a picture described, by URL", image("describe").source(PICTURE).build())
        .add("a picture described, by bytes", image("describe").source(PNG).build())
        .add(
            "a part changed",
            image("inpaint")
                .source(MediaSource.job(job("action"), 0))
                .mask(PNG)
                .prompt("a red sail")
                .build());
    calls.check("TtApiCalls.http");
  }

  @Test
  void it_works_only_for_those_who_say_that_they_know_what_it_is() {
    try (MediaClient client =
        MediaClient.builder()
            .discover(false)
            .environment(Map.of("TTAPI_API_KEY", "a-key"))
            .adapter(ttapi)
            .build()) {
      assertThatThrownBy(() -> client.generate(image("midjourney").prompt("a boat").build()).join())
          .isInstanceOfSatisfying(
              MediaException.class,
              failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNCONFIGURED))
          .hasMessageContaining("TTAPI_MIDJOURNEY_BY_RESELLER");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING_QUEUE, QUEUED",
    "ON_QUEUE, RUNNING",
    "SUCCESS, SUCCEEDED",
    "FAILED, FAILED",
    "THAWING, RUNNING",
  })
  void words(String word, JobState state) {
    assertThat(read("imagine", "{'status':'" + word + "','jobId':'a1'}").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"50, 0.5", "50%, 0.5", "100, 1.0"})
  void progress_with_or_without_a_percent_sign(String text, double progress) {
    assertThat(
            read("imagine", "{'status':'ON_QUEUE','data':{'progress':'" + text + "'}}").progress())
        .hasValue(progress);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, PROVIDER_UNAVAILABLE",
    "-2, INVALID_REQUEST",
    "-3, AUTHENTICATION",
    "-4, INSUFFICIENT_CREDITS",
    "-5, RATE_LIMITED",
    "-6, NOT_FOUND",
    "-7, PROVIDER_UNAVAILABLE",
    "-8, PERMISSION",
  })
  void codes(int code, ErrorKind kind) {
    HttpReply reply =
        HttpReply.json(200, "{\"status\":\"FAILED\",\"code\":" + code + ",\"message\":\"no\"}");

    assertThat(Objects.requireNonNull(ttapi.operations().get("imagine")).reads(reply)).isFalse();
    assertThat(ttapi.failure(reply).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Banned prompt detected, CONTENT_FILTERED",
    "Sorry! Our AI moderator thinks so, CONTENT_FILTERED",
    "Image denied, CONTENT_FILTERED",
    "Blocked content, CONTENT_FILTERED",
    "Unrecognized parameter(s) x, INVALID_REQUEST",
    "Invalid link, INVALID_REQUEST",
    "Queue full, RATE_LIMITED",
    "Credits exhausted, PROVIDER_UNAVAILABLE",
    "anything else, FAILED",
  })
  void texts_of_midjourney(String text, ErrorKind kind) {
    assertThat(
            read("imagine", "{'status':'FAILED','jobId':'a1','message':'" + text + "'}")
                .failure()
                .orElseThrow()
                .kind())
        .isEqualTo(kind);
  }

  @Test
  void a_grid_where_nothing_was_cut_out_and_a_text_for_a_description() {
    assertThat(
            read("imagine", "{'status':'SUCCESS','data':{'cdnImage':'https://c.example/g.png'}}")
                .outputs())
        .hasSize(1);
    JobUpdate described = read("describe", "{'status':'SUCCESS','data':{'prompt':'1. a boat'}}");
    assertThat(described.outputs().get(0).role()).isEqualTo("text");
  }
}
