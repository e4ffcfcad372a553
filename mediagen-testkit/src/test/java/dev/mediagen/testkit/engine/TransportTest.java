// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpCall.BinaryText;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, odd replies, and bytes inside JSON. */
class TransportTest {
  @AutoClose private final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_question_follows_a_redirect_within_the_house_with_the_key(int status) {
    MediaClient client = bench.usual().client(TinyAdapter.usual());
    bench.vendor().on("GET /jobs/*", Reply.redirect(status, "/elsewhere/j1"));
    bench.vendor().on("GET /elsewhere/j1", json("{'state':'done','url':'{cdn}/a.png'}"));

    bench.make(client);

    assertThat(bench.only("GET /elsewhere/j1").header("Authorization")).isPresent();
  }

  @Test
  void a_question_that_is_sent_to_a_strange_host_leaves_the_key_at_home() {
    MediaClient client = bench.usual().client(TinyAdapter.usual());
    bench.vendor().on("GET /jobs/*", Reply.redirect(302, "{cdn}/elsewhere"));
    bench.vendor().on("GET /elsewhere", json("{'state':'done','url':'{cdn}/a.png'}"));

    bench.make(client);

    RecordedCall call = bench.only("GET /elsewhere");
    assertThat(call.foreign()).isTrue();
    assertThat(call.header("Authorization")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_submission_is_never_sent_a_second_time_by_a_redirect(int status) {
    MediaClient client = bench.usual().client(TinyAdapter.usual());
    bench.vendor().on("POST /jobs", Reply.redirect(status, "/v2/jobs"));

    MediaException failure = bench.failure(client);

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure)
        .hasMessageContaining("sends the call elsewhere, to another path")
        .hasMessageContaining("check the provider's base URL");
    assertThat(bench.vendor().calls()).hasSize(1);
  }

  private MediaException encoded(BinaryText encoding, String body) {
    bench.vendor().on("POST /jobs", json(body));
    return bench.failure(bench.client(TinyAdapter.of(decoding(encoding))));
  }

  private static TinyOperation decoding(BinaryText encoding) {
    return TinyOperation.atOnce(
            reply ->
                JobUpdate.succeeded(
                    List.of(Output.bytes("image", reply.blob(reply.json().at("/data"))).build())))
        .submits(task -> HttpCall.post("/jobs").json(task.fields()).binary("data", encoding));
  }

  @Test
  void bytes_that_are_no_base64_are_a_reply_that_cannot_be_read() {
    MediaException failure = encoded(BinaryText.BASE64, "{'id':'x','data':'***'}");

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(failure).hasMessageContaining("\"id\":\"x\"");
  }

  /** It was taken for a call without an answer, although the answer was there. */
  @Test
  void bytes_that_are_no_hex_are_a_reply_that_cannot_be_read() {
    MediaException failure = encoded(BinaryText.HEX, "{'id':'x','data':'0g'}");

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @Test
  void bytes_in_hex_of_any_length_are_bytes() throws Exception {
    bench.vendor().on("POST /jobs", json("{'data':'" + "00ff".repeat(6 << 20) + "'}"));

    ImageResult result = bench.make(bench.client(TinyAdapter.of(decoding(BinaryText.HEX))));

    assertThat(result.image().size()).hasValue(12L << 20);
  }

  private MediaException beyondBounds(Reply reply) {
    bench.vendor().on("POST /jobs", reply);
    MediaException failure =
        bench.failure(
            bench.open(
                bench.builder(TinyAdapter.of(decoding(BinaryText.BASE64))).maxDownload(1000)));
    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(failure).hasMessageContaining("the reply is too large");
    return failure;
  }

  @Test
  void a_reply_too_deep_too_long_or_too_large_is_one_that_cannot_be_read() {
    beyondBounds(json("{'a':" + "[".repeat(300) + "]".repeat(300) + "}"));
    beyondBounds(json("{'a':'" + "x".repeat((10 << 20) + 1) + "'}"));
    beyondBounds(json("{'a':[" + ("'" + "x".repeat(1 << 20) + "',").repeat(33) + "1]}"));
    beyondBounds(json("{'data':'" + "A".repeat(2000) + "'}"));
    beyondBounds(Reply.bytes(200, "audio/mpeg", new byte[2000]));
  }

  @Test
  void bytes_where_null_or_a_number_stands_are_a_reply_that_cannot_be_read() {
    assertThat(encoded(BinaryText.BASE64, "{'data':null}").kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(encoded(BinaryText.BASE64, "{'data':5}").kind()).isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void json_that_breaks_off_is_a_reply_that_cannot_be_read() {
    bench.vendor().on("POST /jobs", json("{'id':'j1"));

    assertThat(bench.failure(bench.client(TinyAdapter.usual())).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void an_empty_reply_is_no_job() {
    bench.vendor().on("POST /jobs", Reply.empty(204));

    assertThat(bench.failure(bench.client(TinyAdapter.usual())).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void an_answer_that_is_cut_in_its_middle_leaves_the_submission_unknown() {
    bench.vendor().on("POST /jobs", json("{'id':'" + "j".repeat(100_000) + "'}").cutInBody());

    assertThat(bench.failure(bench.client(TinyAdapter.usual())).kind())
        .isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
  }

  @Test
  void an_accepted_job_without_an_id_is_no_job() {
    bench.vendor().on("POST /jobs", json("{}"));
    TinyOperation nameless =
        new TinyOperation()
            .onSubmits(
                (task, reply) ->
                    JobUpdate.of(dev.mediagen.JobState.QUEUED).jobId(Optional.empty()).build());

    MediaException failure = bench.failure(bench.client(TinyAdapter.of(nameless)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @Test
  void what_an_adapter_wants_in_a_form_or_a_header_goes_as_it_wants() {
    bench.usual();
    TinyOperation form =
        new TinyOperation()
            .submits(
                task ->
                    HttpCall.post("/jobs")
                        .query("v", "a b&c")
                        .header("X-Tier", "fast")
                        .body(
                            new HttpCall.Body.Form(
                                java.util.Map.of(
                                    "prompt", task.parameter("prompt").orElseThrow()))));

    ImageResult result = bench.make(bench.client(TinyAdapter.of(form)), image().build());

    RecordedCall call = bench.only("POST /jobs");
    assertThat(result.images()).hasSize(1);
    assertThat(call.target()).isEqualTo("/jobs?v=a%20b%26c");
    assertThat(call.header("X-Tier")).hasValue("fast");
    assertThat(Bench.text(call)).isEqualTo("prompt=a+boat");
  }
}
