// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.bfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.spi.UnreadableReplyException;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.ScriptedVendor;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BflTest {
  private final BflProvider bfl = new BflProvider();
  private final Generation generation = new Generation(true);

  private static JobHandle job(String model, MediaKind kind, Map<String, String> data) {
    return JobHandle.builder()
        .model(ModelId.of("bfl/" + model))
        .kind(kind)
        .operation("generation")
        .jobId("6b1c")
        .stage("poll")
        .data(data)
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH.plusSeconds(60))
        .contract(1)
        .build();
  }

  private static JobHandle job(Map<String, String> data) {
    return job("flux-2-pro", MediaKind.IMAGE, data);
  }

  private static HttpReply json(int status, String text) {
    return HttpReply.json(status, text.replace('\'', '"'));
  }

  private JobUpdate poll(String text) {
    return generation.onPoll(job(Map.of()), json(200, text));
  }

  @ParameterizedTest
  @CsvSource({
    "Pending, QUEUED",
    "Reasoning, RUNNING",
    "Generating, RUNNING",
    "Ready, SUCCEEDED",
    "Request Moderated, FAILED",
    "Content Moderated, FAILED",
    "Error, FAILED",
    "Failed, FAILED",
    "Thawing, RUNNING",
  })
  void words(String word, JobState state) {
    assertThat(poll("{'id':'6b1c','status':'" + word + "'}").state()).isEqualTo(state);
  }

  @Test
  void a_pending_task_that_makes_progress_is_running() {
    JobUpdate update = poll("{'status':'Pending','progress':0.2}");

    assertThat(update.state()).isEqualTo(JobState.RUNNING);
    assertThat(update.progress()).hasValue(0.2);
    assertThat(poll("{'status':'Pending','progress':0}").state()).isEqualTo(JobState.QUEUED);
    assertThat(poll("{'status':'Pending','progress':'?'}").progress()).isEmpty();
    assertThat(poll("{'status':'Generating','progress':40}").progress()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Request Moderated | {'Moderation Reasons':['Safety Filter','Likeness']} | CONTENT_FILTERED"
            + " | Request Moderated: Safety Filter, Likeness",
        "Content Moderated | 'nudity' | CONTENT_FILTERED | Content Moderated: nudity",
        "Content Moderated | null | CONTENT_FILTERED | Content Moderated",
        "Error | {'error':'out of luck'} | FAILED | Error: out of luck",
        "Failed | [] | FAILED | Failed",
      })
  void why_a_task_failed(String word, String details, ErrorKind kind, String message) {
    HttpReply reply =
        json(200, "{'id':'6b1c','status':'" + word + "','details':" + quoted(details) + "}");

    ErrorDetails failure = generation.onPoll(job(Map.of()), reply).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.vendorMessage()).hasValue(message);
    assertThat(failure.vendorCode()).hasValue(word);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
  }

  /** The source of the cases takes single quotes around a whole value for its own. */
  private static String quoted(String details) {
    return details.matches("[a-z]+") && !details.equals("null") ? "'" + details + "'" : details;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"detail\":\"larger than 16 MP\"} | INVALID_REQUEST | larger than 16 MP",
        "400 | {\"message\":\"no\"} | INVALID_REQUEST | no",
        "401 | {\"detail\":\"no key\"} | AUTHENTICATION | no key",
        "403 | {\"detail\":\"Not authenticated\"} | AUTHENTICATION | Not authenticated",
        "403 | {\"detail\":\"no access\"} | PERMISSION | no access",
        "402 | {\"detail\":\"Insufficient credits\"} | INSUFFICIENT_CREDITS | Insufficient credits",
        "404 | {\"status\":\"Task not found\"} | NOT_FOUND | Task not found",
        "200 | {\"status\":\"Task not found\",\"result\":null} | NOT_FOUND | Task not found",
        "413 | {\"detail\":\"too large\"} | INVALID_REQUEST | too large",
        "422 | {\"detail\":[{\"loc\":[\"body\",\"width\"],\"msg\":\"no\",\"type\":\"extra\"}]} |"
            + " INVALID_REQUEST | body.width: no",
        "429 | {\"detail\":\"too many active tasks\"} | RATE_LIMITED | too many active tasks",
        "500 | {\"error\":\"oops\"} | PROVIDER_UNAVAILABLE | oops",
        "502 | {} | PROVIDER_UNAVAILABLE | {}",
        "503 | {\"detail\":[]} | PROVIDER_UNAVAILABLE | {\"detail\":[]}",
      })
  void errors(int status, String body, ErrorKind kind, String message) {
    ErrorDetails details = bfl.failure(HttpReply.json(status, body));

    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.vendorMessage()).hasValue(message);
  }

  @Test
  void the_body_is_read_before_the_status() {
    JobHandle job = job(Map.of());

    assertThat(generation.reads(job, json(503, "{'status':'Error'}"))).isTrue();
    assertThat(generation.reads(job, json(503, "{'status':'Content Moderated'}"))).isTrue();
    assertThat(generation.reads(job, json(503, "{'detail':'later'}"))).isFalse();
    assertThat(generation.reads(job, json(200, "{'status':'Task not found'}"))).isFalse();
    assertThat(generation.reads(job, json(200, "{'status':'Pending'}"))).isTrue();
    assertThat(generation.repeat()).isEqualTo(Repeat.NEVER);
  }

  @Test
  void the_url_of_the_cluster_is_asked_as_it_is() {
    String url = "https://api.eu1.bfl.ai/v1/get_result?id=6b1c&x=1";

    HttpCall call = generation.poll(job(Map.of("polling_url", url)));

    assertThat(call.absolute()).hasValue(URI.create(url));
    assertThat(call.query()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?valid=1"})
  void an_id_that_the_url_lacks_is_added(String query) {
    String url = "https://api.isr.bfl.ai/v1/get_result" + query;

    HttpCall call = generation.poll(job(Map.of("polling_url", url)));

    assertThat(call.absolute()).hasValue(URI.create(url));
    assertThat(call.query()).containsEntry("id", "6b1c");
  }

  @Test
  void without_a_url_the_host_of_the_submission_is_asked() {
    HttpCall call = generation.poll(job(Map.of()));

    assertThat(call.path()).isEqualTo("/v1/get_result");
    assertThat(call.query()).containsEntry("id", "6b1c");
  }

  @ParameterizedTest
  @CsvSource({
    "flux-2-pro, PT10M, 2026-01-01T00:10:04.900Z",
    "flux-3-image, PT1H, 2026-01-01T01:00:04.900Z",
    "flux-3-video, PT2H, 2026-01-01T02:00:04.900Z",
  })
  void results_expire_by_the_model(String model, String kept, Instant expiry) {
    ModelSpec spec = bfl.catalog().find(model).orElseThrow();
    assertThat(spec.facts()).containsEntry("kept", kept);

    JobUpdate update =
        generation.onPoll(
            job(model, spec.kind(), Map.of("kept", kept)),
            json(
                200,
                "{'status':'Ready','result':{'sample':'https://delivery.example/x','prompt':'p',"
                    + "'seed':42,'end_time':1767225604.9,'draft_cache':'https://d.example/d'}}"));

    assertThat(update.outputs().get(0).expiresAt()).hasValue(expiry);
    assertThat(update.outputs().get(0).seed()).hasValue(42L);
    assertThat(update.outputs().get(0).role()).isEqualTo(spec.kind().word());
    assertThat(update.metadata())
        .containsEntry("prompt", "p")
        .containsEntry("draft_cache", "https://d.example/d");
  }

  @Test
  void odd_facts_do_not_lose_a_result() {
    JobUpdate update =
        generation.onPoll(
            job("flux-tools/video-upscale-v1", MediaKind.UPSCALE, Map.of("kept", "PT1H")),
            json(
                200,
                "{'status':'Ready','progress':{},'result':{'sample':'https://d.example/x',"
                    + "'seed':'?','end_time':null}}"));

    assertThat(update.outputs()).hasSize(1);
    assertThat(update.outputs().get(0).role()).isEqualTo("video");
    assertThat(update.outputs().get(0).expiresAt()).isEmpty();
    assertThat(poll("{'status':'Ready','result':null}").outputs()).isEmpty();
  }

  @Test
  void a_reply_without_a_status_is_no_news() {
    assertThatThrownBy(() -> poll("{}")).isInstanceOf(UnreadableReplyException.class);
  }

  @Test
  void credits_are_cents() {
    JobUpdate update =
        generation.onPoll(job(Map.of("credits", "4.5")), json(200, "{'status':'Pending'}"));

    assertThat(update.cost().orElseThrow().units()).containsEntry("credit", new BigDecimal("4.5"));
    assertThat(bfl.catalog().models())
        .allSatisfy(
            model ->
                assertThat(model.prices())
                    .anySatisfy(
                        price -> {
                          assertThat(price.unit()).isEqualTo("credit");
                          assertThat(price.usd()).isEqualByComparingTo("0.01");
                        }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'6b1c','status':'Pending','webhook_url':'https://h.example/cb','cost':null}",
        "{'id':'6b1c','polling_url':'no url at all','cost':4.5}",
        "{'id':'6b1c','polling_url':'/v1/get_result?id=6b1c'}",
      })
  void a_submission_without_a_usable_url_is_followed_at_home(String submitted) {
    String poll = "GET /v1/get_result";
    FakeClock clock = new FakeClock();
    try (ScriptedVendor vendor = new ScriptedVendor()) {
      vendor.on("POST /v1/flux-2-pro", Reply.json(submitted.replace('\'', '"')));
      vendor.on(
          poll,
          Reply.json(
              "{\"status\":\"Ready\",\"result\":{\"sample\":\"{cdn}/sample.png\",\"seed\":1}}"));
      vendor.on("GET /sample.png", Reply.png());
      try (var client = vendor.client(clock, bfl).build()) {
        clock.await(
            client.generate(
                ImageRequest.builder().model("bfl/flux-2-pro").prompt("a boat").build()));
      }

      assertThat(vendor.calls(poll))
          .extracting(RecordedCall::target)
          .containsOnly("/v1/get_result?id=6b1c");
    }
  }

  @Test
  void what_refuses_unknown_fields_gets_no_webhook() {
    assertThat(bfl.catalog().models())
        .filteredOn(model -> !model.facts().containsKey("webhooks"))
        .extracting(model -> model.id().name())
        .containsExactly(
            "flux-3-image",
            "flux-3-image-klein",
            "flux-3-video",
            "flux-tools/outpainting-v1",
            "flux-tools/video-edit-v1");
    assertThat(new Generation(false).webhooks()).isFalse();
    assertThat(generation.webhooks()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"flux-2-pro, true", "flux-3-image, false", "flux-4, false"})
  void the_address_of_the_webhook_goes_where_it_is_taken(String model, boolean taken) {
    FakeClock clock = new FakeClock();
    try (ScriptedVendor vendor = new ScriptedVendor()) {
      vendor.on("POST /v1/" + model, Reply.json("{\"id\":\"6b1c\"}"));
      vendor.on("GET /v1/get_result", Reply.json("{\"status\":\"Error\"}"));
      try (var client = vendor.client(clock, bfl).callback("https://me.example/hook").build()) {
        clock.await(
            client.submit(ImageRequest.builder().model("bfl/" + model).prompt("a boat").build()));
      }

      byte[] body = vendor.calls("POST /v1/" + model).get(0).body();
      assertThat(new String(body, StandardCharsets.UTF_8).contains("\"webhook_url\""))
          .isEqualTo(taken);
    }
  }
}
