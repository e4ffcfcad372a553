// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.MediaClient;
import dev.mediagen.ModelId;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallbackTest {
  private static final ImageRequest REQUEST = image().model("a/m").fallback("b/m").build();

  @AutoClose private final Bench bench = new Bench();

  /** Provider {@code a} answers at /a, provider {@code b} at /b. */
  private static TinyAdapter at(String id) {
    return TinyAdapter.of(
            new TinyOperation()
                .submits(task -> HttpCall.post("/" + id + "/jobs").json(task.fields())))
        .id(id);
  }

  private MediaClient client() {
    bench.usual();
    for (String id : new String[] {"a", "b", "c"}) {
      bench.vendor().on("POST /" + id + "/jobs", json("{'id':'of-" + id + "'}"));
    }
    return bench.open(bench.builder(at("a"), at("b"), at("c")).retries(0));
  }

  private void refuses(String id, Reply reply) {
    bench.vendor().on("POST /" + id + "/jobs", reply);
  }

  private int calls(String id) {
    return bench.vendor().calls("POST /" + id + "/jobs").size();
  }

  @Test
  void a_refusal_of_the_second_try_says_nothing_of_the_first_which_may_be_running() {
    bench.usual();
    TinyAdapter safe =
        TinyAdapter.of(
                new TinyOperation()
                    .submits(task -> HttpCall.post("/a/jobs").json(task.fields()))
                    .repeats(Repeat.SAFE))
            .id("a");
    bench.vendor().on("POST /b/jobs", json("{'id':'of-b'}"));
    bench.vendor().on("POST /a/jobs", Reply.cut(), json(402, "{}"));
    MediaClient client = bench.open(bench.builder(safe, at("b"), at("c")).retries(1));

    MediaException failure = bench.failure(client, REQUEST);

    assertThat(failure.kind()).isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(calls("a")).isEqualTo(2);
    assertThat(calls("b")).isZero();
  }

  @Test
  void as_long_as_the_first_model_works_the_others_are_not_asked() {
    assertThat(bench.make(client(), REQUEST).model()).isEqualTo(ModelId.of("a/m"));
    assertThat(calls("b")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"402", "429", "503"})
  void after_an_answer_that_cost_nothing_the_next_model_is_asked(int status) {
    MediaClient client = client();
    refuses("a", json(status, "{}"));

    assertThat(bench.make(client, REQUEST).model()).isEqualTo(ModelId.of("b/m"));
    assertThat(calls("a")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400,INVALID_REQUEST",
    "401,AUTHENTICATION",
    "403,PERMISSION",
    "404,NOT_FOUND",
    "451,CONTENT_FILTERED",
    "500,PROVIDER_UNAVAILABLE",
    "504,TIMEOUT"
  })
  void after_any_other_answer_it_is_not(int status, ErrorKind kind) {
    MediaClient client = client();
    refuses("a", json(status, "{}"));

    assertThat(bench.failure(client, REQUEST).kind()).isEqualTo(kind);
    assertThat(calls("b")).isZero();
  }

  @Test
  void after_an_unknown_outcome_it_is_never_asked() {
    MediaClient client = client();
    refuses("a", Reply.cut());

    assertThat(bench.failure(client, REQUEST).kind()).isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
    assertThat(calls("b")).isZero();
  }

  @Test
  void a_job_that_fails_after_it_was_taken_is_not_made_elsewhere() {
    MediaClient client = client();
    bench.vendor().on("GET /jobs/*", json(402, "{'message':'ran dry'}"));

    assertThat(bench.failure(client, REQUEST).kind()).isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);
    assertThat(calls("b")).isZero();
  }

  @Test
  void fallbacks_are_asked_in_order_and_the_last_failure_remembers_the_first() {
    MediaClient client = client();
    refuses("a", json(402, "{'message':'a is dry'}"));
    refuses("b", json(429, "{'message':'b is busy'}"));
    refuses("c", json(400, "{'message':'c does not like it'}"));

    MediaException failure = bench.failure(client, REQUEST.toBuilder().fallback("c/m").build());

    assertThat(failure).hasMessageContaining("c does not like it");
    assertThat(failure.model()).hasValue(ModelId.of("c/m"));
    assertThat(failure.getSuppressed())
        .anySatisfy(e -> assertThat(e).hasMessageContaining("b is busy"));
    assertThat(calls("a") + calls("b") + calls("c")).isEqualTo(3);
  }

  @Test
  void a_fallback_of_an_unknown_provider_is_refused_before_any_call() {
    MediaClient client = client();

    assertThatThrownBy(() -> client.generate(image().model("a/m").fallback("nowhere/m").build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no provider nowhere");
    assertThat(bench.vendor().calls()).isEmpty();
  }

  @Test
  void a_fallback_that_cannot_do_what_is_asked_is_refused_before_any_call() {
    bench.usual();
    MediaClient client =
        bench.client(
            TinyAdapter.usual(),
            TinyAdapter.usual()
                .id("poor")
                .model("'id':'m','kind':'image','parameters':{'prompt':{}}"));

    assertThatThrownBy(() -> client.generate(image().seed(1).fallback("poor/m").build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("poor/m")
        .hasMessageContaining("seed");
    assertThat(bench.vendor().calls()).isEmpty();
  }
}
