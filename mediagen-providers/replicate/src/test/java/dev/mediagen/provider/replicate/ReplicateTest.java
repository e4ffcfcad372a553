// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.UnreadableReplyException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateTest {
  private final ReplicateProvider replicate = new ReplicateProvider();
  private final Predictions predictions = new Predictions();

  private static JobHandle job(MediaKind kind, String logged) {
    return JobHandle.builder()
        .model(ModelId.of("replicate/acme/painter"))
        .kind(kind)
        .operation("prediction")
        .jobId("p1")
        .stage("poll")
        .data("logged", logged)
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  private static HttpReply json(int status, String text) {
    return HttpReply.json(status, text.replace('\'', '"'));
  }

  private JobUpdate poll(MediaKind kind, String prediction) {
    return predictions.onPoll(job(kind, "0"), json(200, "{'id':'p1','status':" + prediction + "}"));
  }

  private JobUpdate done(MediaKind kind, String output) {
    return poll(kind, "'succeeded','output':" + output);
  }

  private static String text(Output output) throws IOException {
    try (InputStream in = output.blob().orElseThrow().open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "starting, QUEUED",
    "processing, RUNNING",
    "succeeded, SUCCEEDED",
    "failed, FAILED",
    "canceled, CANCELED",
    "aborted, EXPIRED",
    "booting, RUNNING",
  })
  void words_for_states(String word, JobState state) {
    assertThat(poll(MediaKind.IMAGE, "'" + word + "'").state()).isEqualTo(state);
  }

  @Test
  void a_deadline_that_passed_is_no_cancellation() {
    String end = "'canceled','completed_at':'2026-10-05T10:05:00Z','deadline':";

    assertThat(poll(MediaKind.IMAGE, end + "'2026-10-05T10:05:00Z'").state())
        .isEqualTo(JobState.EXPIRED);
    assertThat(poll(MediaKind.IMAGE, end + "'2026-10-05T10:09:00Z'").state())
        .isEqualTo(JobState.CANCELED);
  }

  @Test
  void a_removed_result_is_no_result() {
    assertThat(poll(MediaKind.IMAGE, "'succeeded','output':null,'data_removed':true").state())
        .isEqualTo(JobState.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | malformed | INVALID_REQUEST",
        "401 | Unauthenticated | AUTHENTICATION",
        "402 | You have insufficient credit to run this model | INSUFFICIENT_CREDITS",
        "403 | not allowed | PERMISSION",
        "404 | no such version | NOT_FOUND",
        "413 | too large | INVALID_REQUEST",
        "422 | safety_tolerance must be 5 or less | INVALID_REQUEST",
        "429 | Request was throttled. Your rate limit resets in ~30s. | RATE_LIMITED",
        "500 | oops | PROVIDER_UNAVAILABLE",
        "503 | oops | PROVIDER_UNAVAILABLE",
      })
  void errors_of_calls(int status, String detail, ErrorKind kind) {
    assertThat(replicate.failure(json(status, "{'detail':'" + detail + "'}")).kind())
        .isEqualTo(kind);
  }

  @Test
  void the_time_to_wait_stands_in_the_text() {
    HttpReply reply = json(429, "{'detail':'Your rate limit resets in ~30s.'}");

    assertThat(replicate.failure(reply).retryAfter()).hasValue(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The input or output was flagged as sensitive. (E005) | CONTENT_FILTERED",
        "something (E005) | CONTENT_FILTERED",
        "NSFW content detected. Try again | CONTENT_FILTERED",
        "blocked by our safety system | CONTENT_FILTERED",
        "violates the content policy | CONTENT_FILTERED",
        "safety_tolerance is too large | INVALID_REQUEST",
        "Unknown error (E1000) | PROVIDER_UNAVAILABLE",
        "Out of memory (E1001) | INVALID_REQUEST",
        "no address for webhooks (E4875) | INVALID_REQUEST",
        "something new (E9999) | FAILED",
        "CUDA said no | FAILED",
      })
  void errors_of_models(String error, ErrorKind kind) {
    JobUpdate update = poll(MediaKind.IMAGE, "'failed','error':'" + error + "'");

    assertThat(update.failure().orElseThrow().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "{'a':1}", "[]"})
  void a_failure_without_words_is_still_one(String error) {
    assertThat(poll(MediaKind.IMAGE, "'failed','error':" + error).failure()).isPresent();
  }

  @Test
  void outputs_of_any_shape() {
    assertThat(done(MediaKind.IMAGE, "'https://r.example/a'").outputs())
        .extracting(Output::role)
        .containsExactly("image");
    assertThat(
            done(
                    MediaKind.VIDEO,
                    "{'film':'https://r.example/a.mp4','still':['https://r.example/b.PNG?x']}")
                .outputs())
        .extracting(Output::role)
        .containsExactly("video", "image");
    assertThat(done(MediaKind.SEGMENT, "['data:image/png;base64,AA==']").outputs())
        .extracting(Output::role)
        .containsExactly("mask");
    assertThat(done(MediaKind.UPSCALE, "'https://r.example/a.mp4'").outputs().get(0).role())
        .isEqualTo("video");
    assertThat(done(MediaKind.IMAGE, "null").outputs()).isEmpty();
  }

  @Test
  void words_are_outputs_too() throws IOException {
    assertThat(text(done(MediaKind.IMAGE, "'a boat'").outputs().get(0))).isEqualTo("a boat");
    assertThat(text(done(MediaKind.IMAGE, "['a ','boat']").outputs().get(0))).isEqualTo("a boat");
    assertThat(text(done(MediaKind.IMAGE, "{'boats':2}").outputs().get(0)))
        .isEqualTo("{\"boats\":2}");
  }

  @Test
  void previews_are_urls_only() {
    assertThat(poll(MediaKind.IMAGE, "'processing','output':['https://r.example/a.png']").outputs())
        .hasSize(1);
    assertThat(poll(MediaKind.IMAGE, "'processing','output':['a ']").outputs()).isEmpty();
  }

  @Test
  void what_was_said() {
    JobUpdate chunks =
        done(
            MediaKind.TRANSCRIPT,
            "{'text':' ahoy there','chunks':[{'text':' ahoy','timestamp':[0,1.5]},{'text':' there','timestamp':[1.5,null]}]}");

    assertThat(chunks.text()).hasValue("ahoy there");
    assertThat(chunks.segments()).hasSize(2);
    assertThat(chunks.segments().get(0).end()).isEqualTo(Duration.ofMillis(1500));
    assertThat(chunks.segments().get(1).end()).isEqualTo(Duration.ofMillis(1500));
    JobUpdate whole =
        done(
            MediaKind.TRANSCRIPT,
            "{'transcription':'ahoy','detected_language':'english','srt_file':'https://r.example/a.srt'}");
    assertThat(whole.language()).hasValue("english");
    assertThat(whole.outputs().get(0).role()).isEqualTo("text");
    assertThat(done(MediaKind.TRANSCRIPT, "['a','hoy']").text()).hasValue("ahoy");
  }

  @Test
  void results_live_for_an_hour() {
    JobUpdate update =
        poll(
            MediaKind.IMAGE,
            "'succeeded','completed_at':'2026-10-05T10:00:00Z','output':'https://r.example/a.png'");

    assertThat(update.outputs().get(0).expiresAt())
        .isEqualTo(Optional.of(Instant.parse("2026-10-05T11:00:00Z")));
    assertThat(poll(MediaKind.IMAGE, "'succeeded','completed_at':'noon'").state())
        .isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void logs_are_told_once_and_show_progress() {
    HttpReply reply =
        json(200, "{'id':'p1','status':'processing','logs':' 40%|##\\n 43%|####| 12/28'}");
    JobUpdate first = predictions.onPoll(job(MediaKind.IMAGE, "0"), reply);

    assertThat(first.logs()).hasSize(2);
    assertThat(first.progress()).hasValue(0.43);
    JobUpdate second =
        predictions.onPoll(job(MediaKind.IMAGE, first.data().getOrDefault("logged", "")), reply);
    assertThat(second.logs()).isEmpty();
    assertThat(poll(MediaKind.IMAGE, "'processing','logs':'900%'").progress()).isEmpty();
  }

  @Test
  void what_models_count() {
    JobUpdate update =
        poll(
            MediaKind.VIDEO,
            "'succeeded','metrics':{'predict_time':61.2,'video_output_duration_seconds':5}");

    assertThat(update.cost().orElseThrow().units()).containsEntry("second", new BigDecimal("5"));
    assertThat(update.metadata()).containsEntry("metrics.predict_time", new BigDecimal("61.2"));
  }

  @ParameterizedTest
  @CsvSource({
    "canceled, CANCELED",
    "processing, CANCELED",
    "succeeded, TOO_LATE",
    "failed, TOO_LATE",
  })
  void what_comes_of_a_cancellation(String word, CancelOutcome outcome) {
    HttpReply reply = json(200, "{'id':'p1','status':'" + word + "'}");

    assertThat(predictions.onCancel(job(MediaKind.IMAGE, "0"), reply)).isEqualTo(outcome);
  }

  @Test
  void a_prediction_without_a_state_is_unreadable() {
    JobHandle job = job(MediaKind.IMAGE, "0");

    assertThatThrownBy(() -> predictions.onPoll(job, json(200, "{'id':'p1'}")))
        .isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void a_webhook_is_the_prediction() {
    assertThat(
            predictions
                .onWebhook(job(MediaKind.IMAGE, "0"), json(200, "{'id':'p1','status':'aborted'}"))
                .orElseThrow()
                .state())
        .isEqualTo(JobState.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "acme/painter, /models/acme/painter",
    "acme/painter:abc, /models/acme/painter/versions/abc",
  })
  void where_the_schema_is(String model, String path) {
    assertThat(replicate.describe(ModelId.of("replicate/" + model)).orElseThrow().path())
        .isEqualTo(path);
  }

  @Test
  void names_that_tell_no_schema_and_names_that_are_none() {
    assertThat(replicate.describe(ModelId.of("replicate/deployments/acme/painter"))).isEmpty();
    assertThat(replicate.describe(ModelId.of("replicate/" + "a1".repeat(32)))).isEmpty();
    ModelId none = ModelId.of("replicate/painter");
    assertThatThrownBy(() -> replicate.describe(none)).isInstanceOf(InvalidRequestException.class);
  }

  private Optional<ModelSpec> described(String reply) {
    return replicate.onDescribe(ModelId.of("replicate/acme/painter"), json(200, reply));
  }

  @Test
  void a_schema_is_read_as_a_catalogue_entry() {
    ModelSpec spec = described(Schemas.painter()).orElseThrow();

    assertThat(spec.kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(spec.facts()).containsEntry("version", "v123");
    assertThat(spec.parameters()).containsOnlyKeys("prompt", "guidance", "steps", "aspectRatio");
    assertThat(spec.parameters().get("prompt"))
        .matches(ParameterSpec::required)
        .matches(prompt -> prompt.field().equals(Optional.of("prompt")));
    assertThat(spec.parameters().get("guidance"))
        .matches(guidance -> guidance.field().equals(Optional.of("guidance")))
        .matches(guidance -> guidance.max().equals(Optional.of(new BigDecimal("10"))));
    assertThat(spec.parameters().get("aspectRatio"))
        .matches(ratio -> ratio.choices().equals(List.of("1:1", "16:9")))
        .matches(ratio -> ratio.defaultValue().equals(Optional.of("1:1")));
    assertThat(spec.inputs().get("references"))
        .matches(references -> references.list())
        .matches(references -> references.field().equals(Optional.of("images")));
    assertThat(spec.options()).containsKeys("glow", "Cancel-After");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'prompt':{},'start_image':{} | 'format':'uri' | VIDEO",
        "'prompt':{},'duration':{'type':'integer'},'resolution':{} | 'format':'uri' | VIDEO",
        "'prompt':{},'lyrics':{} | 'format':'uri' | MUSIC",
        "'text':{},'voice_id':{} | 'format':'uri' | SPEECH",
        "'image':{},'scale':{} | 'items':{'format':'uri'} | UPSCALE",
        "'audio':{} | 'type':'object' | TRANSCRIPT",
        "'prompt':{},'width':{} | 'items':{'format':'uri'} | IMAGE",
      })
  void what_a_model_makes_is_seen_from_its_fields(String fields, String output, MediaKind kind) {
    assertThat(described(Schemas.model(fields, output, "")).orElseThrow().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "{'latest_version':null}", "{'latest_version':{'openapi_schema':7}}"})
  void a_schema_that_tells_nothing_leaves_the_usual_names(String reply) {
    assertThat(described(reply)).isEmpty();
  }

  @Test
  void milliseconds_are_read_as_such() {
    ModelSpec spec =
        described(
                Schemas.model(
                    "'prompt':{},'music_length_ms':{'type':'integer','minimum':5000,'maximum':300000}",
                    "'format':'uri'",
                    ""))
            .orElseThrow();

    assertThat(spec.parameters().get("duration"))
        .matches(duration -> duration.as() == ParameterSpec.Form.MILLIS)
        .matches(duration -> duration.min().orElseThrow().compareTo(new BigDecimal("5")) == 0);
  }
}
