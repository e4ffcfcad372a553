// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Setting;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 21: saying no. */
class SayingNoTest {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.INSUFFICIENT_CREDITS, "3036")
          .code(ErrorKind.RATE_LIMITED, "3040")
          .phrase(ErrorKind.CONTENT_FILTERED, "flagged as sensitive", "(E005)")
          .phrase(ErrorKind.INSUFFICIENT_CREDITS, "exhausted balance")
          .status(ErrorKind.RATE_LIMITED, 405)
          .status(ErrorKind.RATE_LIMITED, 430);

  @AutoClose private final Bench bench = new Bench();

  private MediaException failure(Reply reply) {
    bench.vendor().on("POST /jobs", reply);
    return bench.failure(bench.open(bench.builder(TinyAdapter.usual().errors(TABLE)).retries(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "429 | {'code':3036,'message':'daily allocation used'} | INSUFFICIENT_CREDITS",
        "429 | {'code':3040,'message':'capacity'} | RATE_LIMITED",
        "429 | {} | RATE_LIMITED",
        "403 | {'message':'Exhausted balance. Top up.'} | INSUFFICIENT_CREDITS",
        "403 | {'message':'not yours'} | PERMISSION",
        "405 | {} | RATE_LIMITED",
        "430 | {} | RATE_LIMITED",
        "422 | {'message':'Prompt was flagged as sensitive (E005)'} | CONTENT_FILTERED",
        "422 | {'message':'width: too large'} | INVALID_REQUEST"
      })
  void the_code_decides_before_the_words_and_the_words_before_the_status(
      int status, String body, ErrorKind kind) {
    assertThat(failure(json(status, body)).kind()).isEqualTo(kind);
  }

  @Test
  void no_credit_is_not_tried_again_and_cost_nothing() {
    bench.vendor().on("POST /jobs", json(429, "{'code':3036,'message':'used up'}"));

    MediaException failure = bench.failure(bench.client(TinyAdapter.usual().errors(TABLE)));

    assertThat(failure.retryable()).isFalse();
    assertThat(failure.billing()).isEqualTo(Billing.NONE);
    assertThat(failure.details().vendorCode()).hasValue("3036");
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'detail':'plain words'} | plain words",
        "{'detail':{'message':'in an object'}} | in an object",
        "{'detail':[{'loc':['body','size'],'msg':'in a list'}]} | in a list"
      })
  void a_detail_may_be_a_text_an_object_or_a_list(String body, String words) {
    HttpReply reply = HttpReply.json(422, body.replace('\'', '"'));
    JsonNode detail = reply.json().get("detail");

    Optional<String> message =
        reply
            .at("/detail")
            .or(() -> reply.at("/detail/message"))
            .or(() -> reply.at("/detail/0/msg"));

    assertThat(detail).isNotNull();
    assertThat(TABLE.read(reply, Optional.empty(), message).vendorMessage()).hasValue(words);
  }

  @Test
  void a_page_of_a_proxy_is_shown_in_short() {
    MediaException failure =
        failure(Reply.text(502, "text/html", "<html>\n<h1>502 Bad Gateway</h1>" + " ".repeat(900)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("<html> <h1>502 Bad Gateway</h1>");
    assertThat(failure.getMessage()).hasSizeLessThan(500);
  }

  @Test
  void a_failure_names_everything_that_helps() {
    MediaException failure =
        failure(
            json(429, "{'code':'busy','message':'slow down'}")
                .header("x-request-id", "r-42")
                .header("Retry-After", "9"));

    assertThat(failure.details().requestId()).hasValue("r-42");
    assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(9));
    assertThat(failure)
        .hasMessageStartingWith("tiny/m: slow down")
        .hasMessageContaining("HTTP 429")
        .hasMessageContaining("code busy")
        .hasMessageContaining("request r-42")
        .hasMessageContaining("To do: try again later");
  }

  @Test
  void a_key_that_the_vendor_repeats_is_masked() {
    String key = ScriptedVendor.value(Setting.key());

    MediaException failure = failure(Reply.json(401, "{\"message\":\"bad key " + key + "\"}"));

    assertThat(failure).hasMessageContaining("bad key ***").hasMessageNotContaining(key);
    assertThat(failure.details().toString()).doesNotContain(key);
  }

  @Test
  void nothing_but_a_status_is_enough() {
    assertThat(failure(Reply.empty(402)).kind()).isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);
  }
}
