// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.MediaJob;
import dev.mediagen.Secret;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.testkit.WebhookSigner;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import dev.mediagen.webhook.WebhookAnswer;
import dev.mediagen.webhook.WebhookAnswer.Outcome;
import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookSchemes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** News that vendors send of themselves: what is believed, and what it changes. */
class WebhookTest {
  private static final Secret KEY = Secret.of("a-key-for-addresses-0123456789-0123456789");

  @AutoClose private final Bench bench = new Bench().usual();

  private final WebhookSigner signer = WebhookSigner.standard("webhook-");

  private final TinyOperation operation =
      new TinyOperation()
          .submits(
              task ->
                  HttpCall.post("/jobs")
                      .json(
                          task.fields()
                              .put("hook", task.callback().map(URI::toString).orElse("none"))));

  private TinyAdapter signed(Operation made) {
    return TinyAdapter.of(made)
        .info(
            info ->
                info.setting(new Setting("hook_secret", List.of("TINY_HOOK"), true, false))
                    .webhooks(
                        Webhooks.builder()
                            .scheme(WebhookSchemes.standard("webhook-"))
                            .secret("hook_secret")
                            .jobId("/id")
                            .okBody("ok")
                            .build()));
  }

  private TinyAdapter unsigned(Operation made) {
    return TinyAdapter.of(made).info(info -> info.webhooks(Webhooks.unsigned("/id")));
  }

  private MediaClient client(TinyAdapter adapter) {
    MediaClientBuilder builder =
        bench.builder(adapter).callback("https://app.example/hooks/{provider}?a=1", KEY);
    if (adapter.info().settings().size() > 1) {
      builder.provider("tiny", p -> p.setting("hook_secret", signer.secret().reveal()));
    }
    return bench.open(builder);
  }

  /** A job that runs, with no poll made yet. */
  private MediaJob<ImageResult> running(MediaClient client) {
    CompletableFuture<MediaJob<ImageResult>> submitted = client.submit(image().build());
    bench.clock().advance(Duration.ZERO);
    return submitted.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private URI address() {
    try {
      return URI.create(
          new ObjectMapper().readTree(bench.only("POST /jobs").body()).path("hook").asText());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private WebhookAnswer receive(MediaClient client, WebhookDelivery delivery) {
    return client.webhooks().receive("tiny", delivery).orTimeout(10, TimeUnit.SECONDS).join();
  }

  private WebhookDelivery genuine(String body) {
    return signer.deliver(body.replace('\'', '"'), bench.clock().now());
  }

  private static WebhookDelivery plain(String body) {
    return WebhookDelivery.of(Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private ImageResult result(MediaJob<ImageResult> job) {
    bench.clock().advance(Duration.ZERO);
    return job.result().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void done() {
    bench.vendor().on("GET /jobs/*", json("{'state':'done','url':'{cdn}/a.png'}"));
  }

  @Test
  void each_job_gets_an_address_of_its_own() {
    running(client(signed(operation)));

    assertThat(address().toString())
        .startsWith("https://app.example/hooks/tiny?a=1&job=")
        .contains("&exp=", "&t=");
  }

  @Test
  void a_vendor_that_declares_no_webhooks_is_given_no_address() {
    running(client(TinyAdapter.of(operation)));

    assertThat(address().toString()).isEqualTo("none");
  }

  @Test
  void a_genuine_webhook_makes_the_engine_ask_at_once() {
    MediaClient client = client(signed(operation));
    MediaJob<ImageResult> job = running(client);
    done();

    WebhookAnswer answer = receive(client, genuine("{'id':'j1','state':'done'}"));

    assertThat(answer.outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ok");
    assertThat(answer.job()).hasValue(job.handle());
    assertThat(result(job).assets()).hasSize(1);
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(1);
  }

  @Test
  void a_signed_body_that_the_adapter_reads_saves_the_question() {
    MediaClient client =
        client(
            signed(
                operation.onWebhooks(
                    (job, body) ->
                        Optional.of(
                            JobUpdate.succeeded(
                                    List.of(Output.url("image", body.required("/url")).build()))
                                .build()))));
    MediaJob<ImageResult> job = running(client);

    receive(client, genuine("{'id':'j1','url':'https://cdn.example/a.png'}"));

    assertThat(result(job).assets()).hasSize(1);
    assertThat(bench.vendor().calls("GET /jobs/*")).isEmpty();
  }

  @Test
  void a_forged_webhook_changes_nothing() {
    MediaClient client = client(signed(operation));
    MediaJob<ImageResult> job = running(client);

    WebhookAnswer answer = receive(client, plain("{'id':'j1','state':'done'}"));

    assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(bench.vendor().calls("GET /jobs/*")).isEmpty();
    assertThat(job.status().state().terminal()).isFalse();
  }

  @Test
  void a_webhook_that_comes_twice_is_told_as_a_duplicate() {
    MediaClient client = client(signed(operation));
    running(client);

    receive(client, genuine("{'id':'j1','state':'busy'}"));

    assertThat(receive(client, genuine("{'id':'j1','state':'busy'}")).outcome())
        .isEqualTo(Outcome.DUPLICATE);
  }

  @Test
  void a_webhook_of_a_job_that_has_ended_changes_nothing_and_says_so() {
    MediaClient client = client(signed(operation));
    bench.make(client);

    assertThat(receive(client, genuine("{'id':'j1','state':'busy'}")).outcome())
        .isEqualTo(Outcome.FINISHED);
  }

  @Test
  void a_webhook_of_a_job_nobody_knows_is_answered_kindly_and_dropped() {
    MediaClient client = client(signed(operation));

    WebhookAnswer answer = receive(client, genuine("{'id':'somebody-elses'}"));

    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN_JOB);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void a_webhook_that_overtakes_the_answer_to_the_submission_is_not_lost() {
    MediaClient client = client(signed(operation));
    done();

    assertThat(receive(client, genuine("{'id':'j1'}")).outcome()).isEqualTo(Outcome.UNKNOWN_JOB);
    MediaJob<ImageResult> job = running(client);

    assertThat(result(job).assets()).hasSize(1);
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(1);
  }

  @Test
  void a_webhook_at_the_address_of_another_job_changes_neither() {
    MediaClient client = client(signed(operation));
    running(client);

    WebhookAnswer answer = receive(client, genuine("{'id':'j2'}").at(address()));

    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN_JOB);
    assertThat(bench.vendor().calls("GET /jobs/*")).isEmpty();
  }

  @Test
  void what_is_not_signed_counts_at_the_address_of_the_job_and_is_only_a_hint() {
    MediaClient client = client(unsigned(operation));
    MediaJob<ImageResult> job = running(client);
    done();

    WebhookAnswer answer = receive(client, plain("{'id':'j1'}").at(address()));

    assertThat(answer.outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(result(job).assets()).hasSize(1);
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(1);
  }

  @Test
  void what_is_not_signed_and_has_no_good_address_is_refused() {
    MediaClient client = client(unsigned(operation));
    running(client);
    String good = address().toString();
    int first = good.indexOf("&t=") + 3;
    char other = good.charAt(first) == 'A' ? 'B' : 'A';
    URI forged = URI.create(good.substring(0, first) + other + good.substring(first + 1));

    assertThat(receive(client, plain("{'id':'j1'}")).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(receive(client, plain("{'id':'j1'}").at(forged)).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(bench.vendor().calls("GET /jobs/*")).isEmpty();
  }

  @Test
  void a_provider_without_webhooks_is_not_found() {
    WebhookAnswer answer = receive(client(TinyAdapter.of(operation)), plain("{}"));

    assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void a_challenge_is_sent_back_only_at_an_address_of_ours() {
    MediaClient client =
        client(
            TinyAdapter.of(operation)
                .info(
                    info ->
                        info.webhooks(
                            Webhooks.builder().jobId("/id").challenge("challenge").build())));
    running(client);

    WebhookAnswer answer = receive(client, plain("{'challenge':'x7'}").at(address()));

    assertThat(answer.outcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(answer.body()).isEqualTo("{\"challenge\":\"x7\"}");
    assertThat(receive(client, plain("{'challenge':'x7'}")).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void an_operation_that_tells_its_end_by_webhook_only_is_refused_without_a_receiver() {
    TinyOperation only = new TinyOperation().webhookOnly();

    MediaException failure = bench.failure(bench.client(unsigned(only)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  @Test
  void once_a_vendor_has_delivered_its_jobs_are_asked_for_once_a_minute() {
    MediaClient client = client(signed(operation));
    receive(client, genuine("{'id':'before'}"));
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    running(client);

    bench.clock().advance(Duration.ofSeconds(59));

    assertThat(bench.vendor().calls("GET /jobs/*")).isEmpty();
  }

  @Test
  void a_vendor_whose_webhook_did_not_come_is_asked_as_usual_again() {
    MediaClient client = client(signed(operation));
    receive(client, genuine("{'id':'before'}"));
    done();
    bench.make(client);
    Instant start = bench.clock().now();
    bench.usual();

    bench.make(client);

    assertThat(Duration.between(start, bench.clock().now())).isLessThan(Duration.ofSeconds(30));
  }
}
