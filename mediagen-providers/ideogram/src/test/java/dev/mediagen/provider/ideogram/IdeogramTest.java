// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.UnreadableReplyException;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.ScriptedVendor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdeogramTest {
  private final IdeogramProvider ideogram = new IdeogramProvider();

  private static JobHandle job(String id) {
    return JobHandle.builder()
        .model(ModelId.of("ideogram/ideogram-4-5"))
        .kind(MediaKind.IMAGE)
        .operation("generation")
        .jobId(id)
        .stage("poll")
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  private Operation generation() {
    return Objects.requireNonNull(ideogram.operations().get("generation"));
  }

  private JobUpdate asked(String reply) {
    return generation().onPoll(job("1"), HttpReply.json(200, reply.replace('\'', '"')));
  }

  private static String item(String more) {
    return "{'status':'completed','data':[{'url':'https://i.example/1'," + more + "}]}";
  }

  @ParameterizedTest
  @CsvSource({"pending, RUNNING", "completed, SUCCEEDED", "failed, FAILED", "thawing, RUNNING"})
  void words(String word, JobState state) {
    JobUpdate update = asked("{'status':'" + word + "'}");

    assertThat(update.state()).isEqualTo(state);
    assertThat(update.warnings()).hasSize(word.equals("thawing") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "400, , bad, INVALID_REQUEST",
    "401, , no, AUTHENTICATION",
    "402, insufficient_funds, no, INSUFFICIENT_CREDITS",
    "402, subscription_required, no, INSUFFICIENT_CREDITS",
    "402, daily_limit, no, INSUFFICIENT_CREDITS",
    "402, priority_credit_required, no, INSUFFICIENT_CREDITS",
    "402, feature_limit, no, INSUFFICIENT_CREDITS",
    "402, inflight_limit, no, RATE_LIMITED",
    "403, , no, PERMISSION",
    "404, , no, NOT_FOUND",
    "422, , Prompt provided failed safety check, CONTENT_FILTERED",
    "422, , no, CONTENT_FILTERED",
    "429, inflight_limit, no, RATE_LIMITED",
    "429, , no, RATE_LIMITED",
    "500, , no, PROVIDER_UNAVAILABLE",
    "503, , no, PROVIDER_UNAVAILABLE",
  })
  void errors(int status, @Nullable String reason, String message, ErrorKind kind) {
    String body =
        "{\"error\":\""
            + message
            + "\""
            + (reason == null ? "" : ",\"reject_reason\":\"" + reason + "\"")
            + "}";

    assertThat(ideogram.failure(HttpReply.json(status, body)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"oops\"", "{\"error\":{}}", "{\"detail\":7}"})
  void errors_of_another_shape_go_by_their_status(String body) {
    assertThat(ideogram.failure(HttpReply.json(401, body)).kind())
        .isEqualTo(ErrorKind.AUTHENTICATION);
  }

  @ParameterizedTest
  @CsvSource({
    "The image failed safety check, CONTENT_FILTERED",
    "out of luck, FAILED",
    "'', FAILED"
  })
  void reasons_of_a_failed_job(String reason, ErrorKind kind) {
    assertThat(
            asked("{'status':'failed','failure_reason':'" + reason + "'}")
                .failure()
                .orElseThrow()
                .kind())
        .isEqualTo(kind);
  }

  @Test
  void a_picture_that_is_held_back_is_left_out_and_told_of() {
    JobUpdate update =
        asked(
            "{'status':'completed','data':[{'url':'','is_image_safe':false},"
                + "{'url':'https://i.example/2','is_image_safe':true}]}");

    assertThat(update.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(update.outputs()).hasSize(1);
    assertThat(update.warnings()).singleElement().asString().contains("1 of 2 pictures");
  }

  @Test
  void when_all_are_held_back_the_job_failed() {
    JobUpdate update = asked("{'status':'completed','data':[{'url':null,'is_image_safe':false}]}");

    assertThat(update.failure().orElseThrow().kind()).isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void what_stands_beside_a_picture_is_kept() {
    JobUpdate update =
        asked(
            "{'status':'completed','usage_cost_usd_micros':60000,'data':[{'object_type':"
                + "'image.generation','url':'https://i.example/1','prompt':'a red boat',"
                + "'resolution':'2048x1024','seed':9,'is_image_safe':true}]}");

    assertThat(update.cost().flatMap(Cost::usd))
        .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo(new BigDecimal("0.06")));
    assertThat(update.metadata()).containsEntry("prompt", "a red boat");
    Output output = update.outputs().get(0);
    assertThat(output.width()).hasValue(2048);
    assertThat(output.height()).hasValue(1024);
    assertThat(output.seed()).hasValue(9L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'resolution':'AUTO'", "'resolution':7", "'seed':'x'", "'is_image_safe':null"})
  void odd_facts_lose_no_picture(String odd) {
    assertThat(asked(item(odd)).outputs()).hasSize(1);
  }

  @Test
  void a_vector_picture_and_a_video_are_told_by_their_type() {
    Output vector =
        asked(item("'object_type':'svg.generation','mime_type':'image/svg+xml','width':10"))
            .outputs()
            .get(0);
    Output video = asked(item("'object_type':'video.generation','duration':5")).outputs().get(0);

    assertThat(vector.mediaType()).hasValue("image/svg+xml");
    assertThat(vector.width()).hasValue(10);
    assertThat(video.role()).isEqualTo("video");
  }

  @Test
  void a_reply_without_a_state_is_unreadable() {
    assertThatThrownBy(() -> asked("{}")).isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void the_id_is_encoded() {
    assertThat(generation().poll(job("a/b c")).path()).isEqualTo("/v2/generations/a%2Fb%20c");
  }

  @Test
  void a_second_call_would_be_a_second_job_and_none_can_be_cancelled() {
    assertThat(ideogram.operations().values())
        .allSatisfy(
            operation -> {
              assertThat(operation.repeat()).isEqualTo(Operation.Repeat.NEVER);
              assertThat(operation.cancel(job("1"))).isEmpty();
            });
  }

  @Test
  void a_job_may_be_finished_in_the_first_reply() {
    MediaResult result =
        made(
            "ideogram-4",
            "/v2/image/generate/ideogram-4",
            Reply.json("{\"generation_id\":\"1\",\"data\":[{\"url\":\"{cdn}/1.png\"}]}"));

    assertThat(result.assets()).hasSize(1);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void an_endpoint_that_is_to_go_is_told_of() {
    MediaResult result =
        made(
            "v1/ideogram-v3/generate",
            "/v1/ideogram-v3/generate",
            Reply.json("{\"data\":[{\"url\":\"{cdn}/1.png\"}]}")
                .header("Deprecation", "@1777420800"));

    assertThat(result.warnings()).anySatisfy(w -> assertThat(w).contains("deprecated"));
  }

  @Test
  void a_description_is_text() {
    try (ScriptedVendor vendor = new ScriptedVendor()) {
      FakeClock clock = new FakeClock();
      try (MediaClient client = vendor.client(clock, ideogram).build()) {
        vendor.on(
            "POST /describe", Reply.json("{\"descriptions\":[{\"text\":\"a boat\"},{\"x\":1}]}"));

        MediaResult result =
            clock.await(
                client.generate(
                    ImageRequest.builder()
                        .model("ideogram/legacy/describe")
                        .source(MediaSource.bytes(Samples.png(), "image/png"))
                        .build()));

        assertThat(result.assets())
            .singleElement()
            .satisfies(text -> assertThat(text.mediaType()).isEqualTo("text/plain"));
      }
    }
  }

  private MediaResult made(String model, String path, Reply reply) {
    try (ScriptedVendor vendor = new ScriptedVendor()) {
      FakeClock clock = new FakeClock();
      try (MediaClient client = vendor.client(clock, ideogram).build()) {
        vendor.on("POST " + path, reply);
        return clock.await(
            client.generate(
                ImageRequest.builder().model("ideogram/" + model).prompt("a boat").build()));
      }
    }
  }
}
