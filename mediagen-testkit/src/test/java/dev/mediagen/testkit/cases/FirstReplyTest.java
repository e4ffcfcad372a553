// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaSource;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpCall.BinaryText;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.transcript.TranscriptResult;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Starting a job: what the first reply may be, cases 3 to 5. */
class FirstReplyTest {
  @AutoClose private final Bench bench = new Bench();

  private ImageResult atOnce(TinyOperation operation, Reply reply) {
    bench.vendor().on("POST /jobs", reply);
    return bench.make(bench.client(TinyAdapter.of(operation)));
  }

  /** Case 3. */
  @Test
  void the_first_reply_may_be_the_picture_itself() throws IOException {
    ImageResult result =
        atOnce(
            TinyOperation.atOnce(
                reply -> JobUpdate.succeeded(List.of(Output.bytes("image", reply.blob()).build()))),
            Reply.png());

    assertThat(result.image().bytes()).isEqualTo(Samples.png());
    assertThat(result.image().mediaType()).isEqualTo("image/png");
    assertThat(result.image().size()).hasValue((long) Samples.png().length);
  }

  /** Case 3. */
  @Test
  void the_first_reply_may_hold_the_picture_as_base64() throws IOException {
    String base64 = Base64.getEncoder().encodeToString(Samples.png());
    ImageResult result =
        atOnce(encoded("b64_json", BinaryText.BASE64), json("{'b64_json':'" + base64 + "'}"));

    assertThat(result.image().bytes()).isEqualTo(Samples.png());
  }

  /** Case 3. */
  @Test
  void the_first_reply_may_hold_the_picture_as_hex() throws IOException {
    ImageResult result =
        atOnce(
            encoded("audio", BinaryText.HEX),
            json("{'audio':'" + HexFormat.of().formatHex(Samples.png()) + "'}"));

    assertThat(result.image().bytes()).isEqualTo(Samples.png());
  }

  private static TinyOperation encoded(String field, BinaryText encoding) {
    return TinyOperation.atOnce(
            reply ->
                JobUpdate.succeeded(
                    List.of(Output.bytes("image", reply.blob(reply.json().get(field))).build())))
        .submits(task -> HttpCall.post("/jobs").json(task.fields()).binary(field, encoding));
  }

  /** Case 3. */
  @Test
  void the_first_reply_may_hold_a_url() throws IOException {
    bench.vendor().on("GET /a.png", Reply.png());
    ImageResult result =
        atOnce(
            TinyOperation.atOnce(
                reply ->
                    JobUpdate.succeeded(
                        List.of(Output.url("image", reply.required("/url")).build()))),
            json("{'url':'{cdn}/a.png'}"));

    assertThat(result.image().bytes()).isEqualTo(Samples.png());
    assertThat(bench.only("GET /a.png").header("Authorization")).isEmpty();
  }

  /** Case 3. */
  @Test
  void the_first_reply_may_be_plain_text() {
    TinyAdapter adapter =
        TinyAdapter.of(TinyOperation.atOnce(reply -> JobUpdate.transcribed(reply.text())))
            .model(
                "'id':'m','kind':'transcript','inputs':{'source':{'field':'url','deliver':['url']}}");
    bench
        .vendor()
        .on("POST /jobs", Reply.text(200, "text/vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nhi"));

    TranscriptResult result =
        bench.make(
            bench.client(adapter),
            TranscriptRequest.builder()
                .model("tiny/m")
                .source(MediaSource.url("https://example.org/a.mp3"))
                .build());

    assertThat(result.text()).startsWith("WEBVTT").endsWith("hi");
    assertThat(result.assets()).isEmpty();
  }

  /** Case 4. */
  @Test
  void bytes_and_json_are_told_apart_by_the_replys_own_type() throws IOException {
    TinyOperation either =
        TinyOperation.atOnce(
                reply ->
                    JobUpdate.succeeded(
                        List.of(
                            Output.bytes(
                                    "image",
                                    reply.isJson()
                                        ? reply.blob(reply.json().at("/result/image"))
                                        : reply.blob())
                                .build())))
            .submits(task -> HttpCall.post("/jobs").json(task.fields()).binary("image"));
    String base64 = Base64.getEncoder().encodeToString(Samples.png());

    assertThat(atOnce(either, Reply.png()).image().bytes()).isEqualTo(Samples.png());
    assertThat(atOnce(either, json("{'result':{'image':'" + base64 + "'}}")).image().bytes())
        .isEqualTo(Samples.png());
  }

  /** Case 5. */
  @Test
  void a_job_may_be_finished_in_the_first_reply_or_later() {
    TinyOperation either =
        new TinyOperation()
            .onSubmits(
                (task, reply) ->
                    reply
                        .at("/url")
                        .map(
                            url ->
                                JobUpdate.succeeded(List.of(Output.url("image", url).build()))
                                    .jobId(reply.required("/id"))
                                    .build())
                        .orElseGet(() -> JobUpdate.accepted(reply.required("/id")).build()));
    bench
        .usual()
        .vendor()
        .on("POST /jobs", json("{'id':'now','url':'{cdn}/a.png'}"), json("{'id':'later'}"));
    MediaClient client = bench.client(TinyAdapter.of(either));
    ImageRequest request = image().build();

    assertThat(bench.make(client, request).jobs().get(0).jobId()).isEqualTo("now");
    assertThat(bench.vendor().calls("GET /jobs/*")).isEmpty();
    assertThat(bench.make(client, request).jobs().get(0).jobId()).isEqualTo("later");
    assertThat(bench.vendor().calls("GET /jobs/later")).hasSize(2);
  }

  /** Case 3: a large picture in JSON is decoded while it is read, and lands in a file. */
  @Test
  void a_large_picture_in_json_is_not_held_as_text() throws IOException {
    byte[] large = new byte[30_000_000];
    System.arraycopy(Samples.png(), 0, large, 0, Samples.png().length);
    bench
        .vendor()
        .on("POST /jobs", json("{'b64_json':'" + Base64.getEncoder().encodeToString(large) + "'}"));
    MediaClient client =
        bench.open(
            bench
                .builder(TinyAdapter.of(encoded("b64_json", BinaryText.BASE64)))
                .replyTimeout(java.time.Duration.ofSeconds(10)));

    ImageResult result = bench.make(client);

    assertThat(result.image().size()).hasValue(30_000_000L);
    try (var in = result.image().open()) {
      assertThat(in.readNBytes(Samples.png().length)).isEqualTo(Samples.png());
    }
  }
}
