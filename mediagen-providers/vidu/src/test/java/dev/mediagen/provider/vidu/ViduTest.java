// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.Secret;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookScheme;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViduTest {
  private final ViduProvider vidu = new ViduProvider();
  private final Operation video = Objects.requireNonNull(vidu.operations().get("text2video"));

  private static JobHandle job(MediaKind kind, Map<String, String> data) {
    return JobHandle.builder()
        .model(ModelId.of("vidu/viduq3-pro"))
        .kind(kind)
        .operation("text2video")
        .jobId("1")
        .stage("poll")
        .data(data)
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  private static HttpReply json(int status, String text) {
    return HttpReply.json(status, text.replace('\'', '"'));
  }

  private JobUpdate read(String task) {
    return video.onPoll(job(MediaKind.VIDEO, Map.of()), json(200, task));
  }

  @ParameterizedTest
  @CsvSource({
    "created, QUEUED",
    "queueing, QUEUED",
    "processing, RUNNING",
    "success, SUCCEEDED",
    "failed, FAILED",
    "thawing, RUNNING",
  })
  void words(String word, JobState state) {
    JobUpdate update = read("{'id':'1','state':'" + word + "','creations':null}");

    assertThat(update.state()).isEqualTo(state);
    assertThat(update.warnings()).hasSize(word.equals("thawing") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequest, INVALID_REQUEST",
    "400, FieldLacking, INVALID_REQUEST",
    "400, FieldUnwanted, INVALID_REQUEST",
    "400, FieldInvalid, INVALID_REQUEST",
    "400, FieldItemCountOutOfRange, INVALID_REQUEST",
    "400, PageSizeOutOfRange, INVALID_REQUEST",
    "400, ImageDownloadFailure, INVALID_REQUEST",
    "400, ImageFormatInvalid, INVALID_REQUEST",
    "400, ImageCheckBodyJointsFailed, INVALID_REQUEST",
    "400, ImageCheckFaceFailed, INVALID_REQUEST",
    "400, ImageObjectsUndetected, INVALID_REQUEST",
    "400, ModelUnavailable, INVALID_REQUEST",
    "400, OperationInProcess, INVALID_REQUEST",
    "400, TaskPromptPolicyViolation, CONTENT_FILTERED",
    "400, AuditSubmitIllegal, CONTENT_FILTERED",
    "400, CreationPolicyViolation, CONTENT_FILTERED",
    "400, CreditInsufficient, INSUFFICIENT_CREDITS",
    "400, UserCancelled, CANCELED",
    "401, Unauthorized, AUTHENTICATION",
    "403, Forbidden, PERMISSION",
    "404, TaskNotFound, NOT_FOUND",
    "404, CreationNotFound, NOT_FOUND",
    "404, NotFound, NOT_FOUND",
    "409, Conflict, INVALID_REQUEST",
    "409, Unheard, INVALID_REQUEST",
    "429, QuotaExceeded, RATE_LIMITED",
    "429, TooManyRequests, RATE_LIMITED",
    "429, SystemThrottling, RATE_LIMITED",
    "499, Canceled, CANCELED",
    "500, InternalServiceFailure, PROVIDER_UNAVAILABLE",
    "400, Unheard, INVALID_REQUEST",
  })
  void errors(int status, String reason, ErrorKind kind) {
    HttpReply reply =
        json(
            status,
            "{'code':"
                + status
                + ",'reason':'"
                + reason
                + "','message':'sorry','metadata':{'trace_id':'t1'}}");

    assertThat(vidu.failure(reply).kind()).isEqualTo(kind);
    assertThat(vidu.failure(reply).message()).contains("sorry");
    assertThat(vidu.requestId(reply)).hasValue("t1");
  }

  @ParameterizedTest
  @CsvSource({
    "CreationPolicyViolation, FAILED, CONTENT_FILTERED",
    "AuditSubmitIllegal, FAILED, CONTENT_FILTERED",
    "ImageDownloadFailure, FAILED, INVALID_REQUEST",
    "Unheard, FAILED, FAILED",
    "UserCancelled, CANCELED, CANCELED",
    "Canceled, CANCELED, CANCELED",
  })
  void failed_tasks(String code, JobState state, ErrorKind kind) {
    JobUpdate update = read("{'id':'1','state':'failed','err_code':'" + code + "','credits':0}");

    assertThat(update.state()).isEqualTo(state);
    assertThat(update.failure().orElseThrow().kind()).isEqualTo(kind);
    assertThat(update.failure().orElseThrow().vendorCode()).hasValue(code);
  }

  @ParameterizedTest
  @CsvSource({"VIDEO, video", "IMAGE, image", "SOUND, audio", "SPEECH, audio"})
  void outputs_are_what_was_asked_for(MediaKind kind, String role) {
    JobUpdate update =
        video.onPoll(
            job(kind, Map.of("seed", "123456")),
            json(
                200,
                "{'state':'success','credits':60,'creations':[{'id':'c','url':'https://a.example/1',"
                    + "'cover_url':'https://a.example/2','watermarked_url':'https://a.example/3'}]}"));

    assertThat(update.outputs()).extracting(Output::role).containsExactly(role, "thumbnail");
    assertThat(update.metadata()).containsEntry("watermarked_url", "https://a.example/3");
    assertThat(update.outputs().get(0).seed()).hasValue(123456L);
    assertThat(update.outputs().get(0).id()).hasValue("c");
    assertThat(update.cost().orElseThrow().units()).containsEntry("credit", new BigDecimal("60"));
    assertThat(update.cost().orElseThrow().usd()).isEmpty();
  }

  @Test
  void a_task_without_a_state_cannot_be_read() {
    assertThatThrownBy(() -> read("{'id':'1'}")).isInstanceOf(UnreadableReplyException.class);
    assertThatThrownBy(() -> read("[]")).isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void odd_facts_lose_no_video() {
    JobUpdate update =
        read(
            "{'state':'success','credits':'many','creations':[null,7,{'id':{}},"
                + "{'url':'https://a.example/1','cover_url':null}]}");

    assertThat(update.outputs()).hasSize(1);
    assertThat(update.cost()).isEmpty();
  }

  @Test
  void a_task_that_is_worked_on_is_not_cancelled() {
    assertThat(
            video.onCancel(
                job(MediaKind.VIDEO, Map.of()),
                json(
                    400,
                    "{'code':400,'reason':'BadRequest',"
                        + "'message':'task state is scheduled, can not cancel'}")))
        .isEqualTo(CancelOutcome.TOO_LATE);
  }

  @Test
  void news_are_no_more_than_a_reason_to_ask() {
    assertThat(
            video.onWebhook(
                job(MediaKind.VIDEO, Map.of()), json(200, "{'id':'1','state':'success'}")))
        .isEmpty();
    assertThat(vidu.info().webhooks().orElseThrow().secrets()).containsExactly("key");
    assertThat(vidu.info().webhooks().orElseThrow().jobIds()).containsExactly("/id");
  }

  /**
   * The example of Vidu's page on callback signatures; the key and so the signature are made up.
   */
  @ParameterizedTest
  @CsvSource({"vda_test_key, true", "vda_other_key, false"})
  void the_key_itself_verifies_webhooks(String key, boolean genuine) {
    WebhookDelivery delivery =
        WebhookDelivery.of(
                Map.of(
                    "Date", "Tue, 06 May 2025 12:09:42 GMT",
                    "x-request-nonce", "123e4567-e89b-12d3-a456-426614174000",
                    "X-HMAC-SIGNED-HEADERS", "Date;x-request-nonce",
                    "X-HMAC-ALGORITHM", "hmac-sha256",
                    "X-HMAC-ACCESS-KEY", "vidu",
                    "X-HMAC-SIGNATURE", "uDl3Wvgx6utIjKWRnCyt4OhsefE06Qj8cCg41RV4aeE="),
                new byte[0])
            .by("POST")
            .at(URI.create("http://127.0.0.1:8080/vidu/callback?name=james&age=36"));

    assertThat(
            vidu.info()
                .webhooks()
                .flatMap(Webhooks::scheme)
                .orElseThrow()
                .verify(
                    delivery,
                    new WebhookScheme.Keys(
                        List.of(Secret.of(key)), "", Instant.parse("2025-05-06T12:10:00Z")))
                .genuine())
        .isEqualTo(genuine);
  }

  @Test
  void speech_that_is_not_ready_is_asked_for_like_any_task() {
    Operation speech = Objects.requireNonNull(vidu.operations().get("audio-tts"));
    JobHandle job = job(MediaKind.SPEECH, Map.of());
    HttpReply waits = json(200, "{'task_id':'1','state':'queueing'}");

    assertThat(speech.poll(job).path()).isEqualTo("/tasks/1/creations");
    assertThat(spoken(speech, waits).state()).isEqualTo(JobState.QUEUED);
    assertThat(spoken(speech, waits).jobId()).hasValue("1");
    assertThat(speech.synchronous()).isTrue();
    assertThat(speech.webhooks()).isFalse();
  }

  /** The reply alone counts; what was asked for is never looked at. */
  private static JobUpdate spoken(Operation speech, HttpReply reply) {
    Task none =
        (Task)
            Proxy.newProxyInstance(
                ViduTest.class.getClassLoader(),
                new Class<?>[] {Task.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    return speech.onSubmit(none, reply);
  }
}
