// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeonardoTest {
  private static final JobHandle JOB =
      JobHandle.builder()
          .model(ModelId.of("leonardo/gpt-image-2"))
          .kind(MediaKind.IMAGE)
          .operation("generation")
          .jobId("g1")
          .stage("poll")
          .createdAt(Instant.EPOCH)
          .deadline(Instant.EPOCH.plusSeconds(60))
          .contract(1)
          .build();

  private final LeonardoProvider leonardo = new LeonardoProvider();

  private Operation operation(String name) {
    return Objects.requireNonNull(leonardo.operations().get(name));
  }

  private static HttpReply json(int status, String text) {
    return HttpReply.json(status, text.replace('\'', '"'));
  }

  private JobUpdate generation(String more) {
    return operation("generation")
        .onPoll(JOB, json(200, "{'generations_by_pk':{'id':'g1'," + more + "}}"));
  }

  private JobUpdate variation(String more) {
    return operation("variation")
        .onPoll(JOB, json(200, "{'generated_image_variation_generic':[{'id':'v'," + more + "}]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, RUNNING",
    "COMPLETE, SUCCEEDED",
    "FAILED, FAILED",
    "THAWING, RUNNING",
  })
  void words(String word, JobState state) {
    String image = "{'id':'i','url':'https://cdn.example/i.png'}";

    assertThat(generation("'status':'" + word + "','generated_images':[" + image + "]").state())
        .isEqualTo(state);
    assertThat(variation("'status':'" + word + "','url':'https://cdn.example/i.png'").state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "400, validation-failed, bad width, INVALID_REQUEST",
    "400, parse-failed, bad body, INVALID_REQUEST",
    "400, unexpected, stopped by our moderation filter, CONTENT_FILTERED",
    "400, validation-failed, stopped by our moderation filter, CONTENT_FILTERED",
    "422, unexpected, an Inappropriate prompt, CONTENT_FILTERED",
    "400, unexpected, not enough API tokens, INSUFFICIENT_CREDITS",
    "402, unexpected, pay, INSUFFICIENT_CREDITS",
    "400, invalid-jwt, no, AUTHENTICATION",
    "400, access-denied, no, AUTHENTICATION",
    "401, unexpected, no, AUTHENTICATION",
    "403, unexpected, no, AUTHENTICATION",
    "404, unexpected, no, NOT_FOUND",
    "408, unexpected, no, TIMEOUT",
    "429, unexpected, pending limit, RATE_LIMITED",
    "500, unexpected, no, PROVIDER_UNAVAILABLE",
    "503, unexpected, no, PROVIDER_UNAVAILABLE",
    "504, unexpected, no, PROVIDER_UNAVAILABLE",
  })
  void errors(int status, String code, String text, ErrorKind kind) {
    ErrorDetails older =
        leonardo.failure(json(status, "{'error':'" + text + "','path':'$','code':'" + code + "'}"));
    ErrorDetails newer =
        leonardo.failure(
            json(
                status,
                "[{'message':'" + text + "','extensions':{'code':'" + code + "','details':{}}}]"));

    assertThat(older.kind()).isEqualTo(kind);
    assertThat(newer.kind()).isEqualTo(kind);
    assertThat(newer.vendorCode()).hasValue(code);
  }

  @Test
  void a_list_inside_a_200_is_a_refusal() {
    HttpReply reply = json(200, "[{'message':'bad size','extensions':{'code':'whatever'}}]");

    assertThat(operation("generation").reads(reply)).isFalse();
    assertThat(leonardo.failure(reply).kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'generations_by_pk':null}",
        "{'generated_image_variation_generic':[]}",
        "{'generated_image_variation_generic':null}"
      })
  void a_job_that_is_not_there(String text) {
    HttpReply reply = json(200, text);

    assertThat(operation("generation").reads(reply)).isFalse();
    assertThat(leonardo.failure(reply).kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void complete_without_a_picture_is_moderation() {
    assertThat(
            generation("'status':'COMPLETE','generated_images':[]").failure().orElseThrow().kind())
        .isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void a_flagged_picture_is_given_with_a_warning() {
    JobUpdate update =
        generation(
            "'status':'COMPLETE','seed':'odd','generated_images':[{'id':'i','nsfw':true,"
                + "'url':'https://cdn.example/i.png'}]");

    assertThat(update.outputs()).hasSize(1);
    assertThat(update.outputs().get(0).seed()).isEmpty();
    assertThat(update.warnings()).containsExactly("Leonardo flags output i as nsfw");
  }

  @Test
  void a_video_has_its_still_beside_it() {
    JobUpdate update =
        generation(
            "'status':'COMPLETE','seed':3,'generated_images':[{'id':'i','nsfw':false,"
                + "'url':'https://cdn.example/i.jpg','motionMP4URL':'https://cdn.example/i.mp4'}]");

    assertThat(update.outputs()).extracting("role").containsExactly("video", "thumbnail");
    assertThat(update.outputs().get(0).seed()).hasValue(3L);
  }

  @Test
  void a_variation_is_no_picture_to_be_named_by_id() {
    JobUpdate update = variation("'status':'COMPLETE','url':'https://cdn.example/i.png'");

    assertThat(update.outputs()).hasSize(1);
    assertThat(update.outputs().get(0).id()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'sdGenerationJob':{'generationId':'g1'}}",
        "{'motionVideoGenerationJob':{'generationId':'g1'}}",
        "{'motionSvdGenerationJob':{'generationId':'g1'}}",
        "{'generate':{'generationId':'g1','cost':{'amount':'odd','unit':'CREDITS'}}}",
        "{'sdUpscaleJob':{'id':'g1'}}",
        "{'sdNobgJob':{'id':'g1'}}",
        "{'sdUnzoomJob':{'id':'g1'}}",
        "{'universalUpscaler':{'id':'g1'}}"
      })
  void an_id_in_any_envelope(String text) {
    JobUpdate update = LeonardoJob.taken(json(200, text));

    assertThat(update.jobId()).hasValue("g1");
    assertThat(update.cost()).isEmpty();
  }

  @Test
  void dollars_are_money_and_credits_are_not() {
    JobUpdate dollars =
        LeonardoJob.taken(
            json(
                200,
                "{'generate':{'generationId':'g','cost':{'amount':'0.0425','unit':'DOLLARS'}}}"));
    JobUpdate credits =
        LeonardoJob.taken(
            json(200, "{'generate':{'generationId':'g','cost':{'amount':'11','unit':'CREDITS'}}}"));
    JobUpdate old =
        LeonardoJob.taken(json(200, "{'sdGenerationJob':{'generationId':'g','apiCreditCost':8}}"));

    assertThat(dollars.cost().orElseThrow().usd()).hasValue(new BigDecimal("0.0425"));
    assertThat(credits.cost().orElseThrow().usd()).isEmpty();
    assertThat(credits.cost().orElseThrow().units()).containsEntry("credit", new BigDecimal("11"));
    assertThat(old.cost().orElseThrow().units()).containsEntry("credit", new BigDecimal("8"));
  }

  @Test
  void a_submission_without_an_id_is_unreadable() {
    HttpReply reply = json(200, "{'sdGenerationJob':null}");

    assertThatThrownBy(() -> LeonardoJob.taken(reply)).isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void a_reply_without_a_status_is_none() {
    assertThatThrownBy(() -> generation("'generated_images':[]"))
        .isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void the_address_of_webhooks_belongs_to_the_key() {
    assertThat(operation("generation").webhooks()).isFalse();
    assertThat(leonardo.info().webhooks().orElseThrow().jobIds())
        .containsExactly("/data/object/id");
    assertThat(operation("generation").onWebhook(JOB, json(200, "{'type':'x'}"))).isEmpty();
  }
}
