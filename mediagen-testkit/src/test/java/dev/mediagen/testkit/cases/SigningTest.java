// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.text;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.Auth.TokenExchange;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Setting;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Case 7: the many ways to sign a call. */
class SigningTest {
  @AutoClose private final Bench bench = new Bench();

  private static final String KEY = ScriptedVendor.value(Setting.key());

  private RecordedCall signed(Auth auth, Setting... more) {
    MediaClient client = client(auth, more);
    bench.make(client);
    return bench.only("POST /jobs");
  }

  private MediaClient client(Auth auth, Setting... more) {
    return bench
        .usual()
        .client(TinyAdapter.usual().info(info -> info.auth(auth).addAllSettings(List.of(more))));
  }

  @Test
  void a_fixed_header_of_any_name_and_scheme() {
    assertThat(signed(Auth.header("xi-api-key", "{key}")).header("xi-api-key")).hasValue(KEY);
  }

  @Test
  void a_scheme_before_the_key() {
    assertThat(signed(Auth.header("Authorization", "Key {key}")).header("Authorization"))
        .hasValue("Key " + KEY);
  }

  @Test
  void two_headers() {
    RecordedCall call =
        signed(
            Auth.headers("customer-id", "{customer}", "access-token", "{key}"),
            Setting.required("customer", "TINY_CUSTOMER"));

    assertThat(call.header("customer-id")).hasValue("test-customer");
    assertThat(call.header("access-token")).hasValue(KEY);
  }

  @Test
  void a_header_without_its_setting_is_left_out() {
    TinyAdapter adapter =
        TinyAdapter.usual()
            .info(info -> info.settings(List.of(Setting.optionalKey("TINY_API_KEY"))));
    MediaClient client =
        bench.open(bench.usual().builder(adapter).provider("tiny", s -> s.setting("key", "")));

    bench.make(client);

    assertThat(bench.only("POST /jobs").header("Authorization")).isEmpty();
  }

  @Test
  void a_query_parameter_that_is_masked_wherever_it_is_shown() {
    MediaClient client = client(new Auth.Query("key", "{key}"));
    bench.vendor().on("POST /jobs", Reply.json(400, "{\"message\":\"bad key=" + KEY + "\"}"));

    MediaException failure = bench.failure(client);

    assertThat(bench.only("POST /jobs").target()).isEqualTo("/jobs?key=" + KEY);
    assertThat(failure).hasMessageNotContaining(KEY).hasMessageContaining("key=***");
    assertThat(client.explain(Bench.image().build()).toString()).doesNotContain(KEY);
  }

  @Test
  void a_fresh_id_for_every_call() {
    RecordedCall submit = signed(new Auth.FreshId("Ai-trace-id", Auth.header("API-KEY", "{key}")));
    RecordedCall poll = bench.vendor().calls("GET /jobs/j1").get(0);

    assertThat(submit.header("API-KEY")).hasValue(KEY);
    assertThat(submit.header("Ai-trace-id").orElseThrow()).matches("[0-9a-f-]{36}");
    assertThat(poll.header("Ai-trace-id")).isNotEqualTo(submit.header("Ai-trace-id"));
  }

  @Test
  void a_jwt_signed_for_a_while() throws Exception {
    RecordedCall call =
        signed(
            new Auth.JwtHs256("access", "key", Duration.ofMinutes(30), Duration.ofSeconds(5)),
            Setting.secret("access", "TINY_ACCESS"));

    String token = call.header("Authorization").orElseThrow().substring("Bearer ".length());
    JsonNode claims =
        new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    assertThat(claims.get("iss").asText()).isEqualTo("test-access-0123456789");
    assertThat(claims.get("exp").asLong() - claims.get("nbf").asLong()).isEqualTo(1805);
  }

  private Auth clientCredentials() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_secret", "{key}");
    return new Auth.Token(
        new TokenExchange.ClientCredentials(bench.vendor().base() + "/token", form),
        Map.of("x-client", "{client}"));
  }

  @Test
  void client_credentials_are_exchanged_once_and_again_before_they_expire() {
    MediaClient client = client(clientCredentials(), Setting.required("client", "TINY_CLIENT"));
    bench
        .vendor()
        .on(
            "POST /token",
            json("{'access_token':'first','expires_in':3600}"),
            json("{'access_token':'second','expires_in':3600}"));

    bench.make(client);
    bench.make(client);
    bench.clock().advance(Duration.ofMinutes(56));
    bench.make(client);

    List<RecordedCall> submits = bench.vendor().calls("POST /jobs");
    assertThat(submits)
        .extracting(c -> c.header("Authorization").orElseThrow())
        .containsExactly("Bearer first", "Bearer first", "Bearer second");
    assertThat(submits.get(0).header("x-client")).hasValue("test-client");
    assertThat(bench.vendor().calls("POST /token")).hasSize(2);
    assertThat(text(bench.vendor().calls("POST /token").get(0)))
        .isEqualTo("grant_type=client_credentials&client_secret=" + KEY);
  }

  @Test
  void credentials_that_are_not_accepted_say_so_without_being_shown() {
    MediaClient client = client(clientCredentials());
    bench.vendor().on("POST /token", json(401, "{'error':'invalid_client'}"));

    MediaException failure = bench.failure(client);

    assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(failure).hasMessageContaining("invalid_client").hasMessageNotContaining(KEY);
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  /** The exception had no handle, and so the paid job was lost. */
  @Test
  void a_job_whose_token_cannot_be_renewed_keeps_its_handle() {
    MediaClient client = client(clientCredentials());
    bench
        .vendor()
        .on(
            "POST /token",
            json("{'access_token':'first','expires_in':302}"),
            json(401, "{'error':'revoked'}"));
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    MediaJob<ImageResult> job = bench.clock().await(client.submit(Bench.image().build()));

    MediaException failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            MediaException.class, () -> bench.clock().await(job.result()));

    assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(failure.handle()).hasValue(job.handle());
  }

  @Test
  void the_first_strategy_that_is_configured_is_used() {
    Auth either =
        new Auth.FirstConfigured(
            List.of(Auth.header("Authorization", "Token {token}"), Auth.header("X-Key", "{key}")));
    TinyAdapter adapter =
        TinyAdapter.usual()
            .info(
                info -> info.auth(either).addAllSettings(List.of(Setting.optional("token", "T"))));
    bench.usual();

    bench.make(bench.client(adapter));
    bench.make(bench.open(bench.builder(adapter).provider("tiny", s -> s.setting("token", ""))));

    List<RecordedCall> calls = bench.vendor().calls("POST /jobs");
    assertThat(calls.get(0).header("Authorization")).hasValue("Token test-token");
    assertThat(calls.get(1).header("X-Key")).hasValue(KEY);
    assertThat(calls.get(1).header("Authorization")).isEmpty();
  }

  @Test
  void each_base_url_may_be_signed_in_its_own_way() {
    TinyAdapter adapter =
        TinyAdapter.of(
                new TinyOperation()
                    .submits(task -> HttpCall.post("/jobs").at("eu").json(task.fields())))
            .info(
                info ->
                    info.auth(Auth.header("X-Key", "{key}"))
                        .baseUrl("eu", "https://eu.tiny.example")
                        .auth("eu", Auth.header("Authorization", "Token {key}")));
    bench.usual();

    bench.make(bench.client(adapter));

    assertThat(bench.only("POST /jobs").header("Authorization")).hasValue("Token " + KEY);
    assertThat(bench.only("POST /jobs").header("X-Key")).isEmpty();
    RecordedCall poll = bench.vendor().calls("GET /jobs/*").get(0);
    assertThat(poll.header("X-Key")).hasValue(KEY);
    assertThat(poll.header("Authorization")).isEmpty();
  }

  @Test
  void accounts_and_regions_stand_in_the_base_url() {
    TinyAdapter adapter =
        TinyAdapter.of(
                new TinyOperation()
                    .submits(task -> HttpCall.post("/jobs").at("eu").json(task.fields()))
                    .polls(job -> HttpCall.get("/jobs/" + job.jobId())))
            .info(
                info ->
                    info.putAllBaseUrls(Map.of("eu", "https://eu.tiny.example"))
                        .addAllSettings(List.of(Setting.required("account_id", "TINY_ACCOUNT"))));
    bench.usual().vendor().on("POST /eu/test-account_id/jobs", json("{'id':'j1'}"));
    MediaClient client =
        bench.open(
            bench
                .builder(adapter)
                .provider(
                    "tiny", s -> s.baseUrl("eu", bench.vendor().base() + "/eu/{account_id}/")));

    bench.make(client);

    assertThat(tree(bench.only("POST /eu/test-account_id/jobs")).get("prompt").asText())
        .isEqualTo("a boat");
  }
}
