// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.Explanation;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaSource;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Case 8: what must exist before a job can start. */
class PreparingTest {
  private static final String MODEL =
      "'id':'m','kind':'image','parameters':{'prompt':{'field':'prompt'}},'inputs':{'source':"
          + "{'field':'file','deliver':['upload']}}";
  private static final ImageRequest REQUEST =
      image().source(MediaSource.bytes(Samples.png(), "image/png")).build();

  @AutoClose private final Bench bench = new Bench();

  /** A slot is asked for, the bytes go to a URL of somebody else, the file must become active. */
  private record Slot(Input input) implements Preparation {
    @Override
    public String name() {
      return "upload";
    }

    @Override
    public HttpCall call(String stage, Map<String, String> data) {
      return switch (stage) {
        case "start" ->
            HttpCall.post("/files")
                .json(JsonNodeFactory.instance.objectNode().put("name", input.fileName()));
        case "put" ->
            HttpCall.to("PUT", URI.create(data.get("to")))
                .anonymous()
                .body(new HttpCall.Body.Raw(input));
        default -> HttpCall.get("/files/" + data.get("id"));
      };
    }

    @Override
    public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
      return switch (stage) {
        case "start" ->
            Step.next(
                "put", Map.of("id", reply.required("/id"), "to", reply.required("/upload_url")));
        case "put" -> Step.next("check", data);
        default ->
            reply.required("/state").equals("ACTIVE")
                ? Step.ready(data.get("id"))
                : Step.wait("check", data, Duration.ofSeconds(5));
      };
    }
  }

  private MediaClient uploading() {
    bench.usual();
    bench.vendor().on("POST /files", json("{'id':'f1','upload_url':'{cdn}/put/f1?sig=abc'}"));
    bench.vendor().on("PUT /put/f1", Reply.empty(200));
    bench.vendor().on("GET /files/f1", json("{'state':'PROCESSING'}"), json("{'state':'ACTIVE'}"));
    return bench.client(TinyAdapter.usual().model(MODEL).uploads(Slot::new));
  }

  @Test
  void a_file_is_uploaded_to_a_slot_and_awaited_before_the_job_starts() {
    MediaClient client = uploading();
    Instant start = bench.clock().now();

    bench.make(client, REQUEST);

    RecordedCall put = bench.only("PUT /put/f1");
    assertThat(put.body()).isEqualTo(Samples.png());
    assertThat(put.header("Content-Type")).hasValue("image/png");
    assertThat(put.header("Authorization")).isEmpty();
    assertThat(bench.vendor().calls("GET /files/f1")).hasSize(2);
    assertThat(tree(bench.only("POST /files")).get("name").asText()).isEqualTo("source.png");
    assertThat(tree(bench.only("POST /jobs")).get("file").asText()).isEqualTo("f1");
    assertThat(bench.clock().now()).isAfterOrEqualTo(start.plusSeconds(5));
  }

  @Test
  void a_refused_upload_costs_nothing_and_starts_nothing() {
    MediaClient client = uploading();
    bench.vendor().on("POST /files", json(413, "{'message':'too large'}"));

    MediaException failure = bench.failure(client, REQUEST);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure).hasMessageContaining("upload before the job: too large");
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  /**
   * A lost connection to the upload was a FAILED of unknown cause, after which nothing was tried.
   */
  @Test
  void an_upload_that_gets_no_answer_costs_nothing_and_a_fallback_steps_in() {
    MediaClient client = uploading();
    bench.vendor().on("PUT /put/f1", Reply.cut());

    MediaException failure = bench.failure(client, REQUEST);
    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(failure.billing()).isEqualTo(Billing.NONE);
    assertThat(failure).hasMessageNotContaining("Exception");

    MediaClient two =
        bench.client(
            TinyAdapter.usual().model(MODEL).uploads(Slot::new),
            TinyAdapter.usual().id("other").model(MODEL.replace("'upload'", "'data_uri'")));
    bench.make(two, REQUEST.toBuilder().fallback("other/m").build());
    assertThat(tree(bench.only("POST /jobs")).get("file").asText()).startsWith("data:image/png");
  }

  @Test
  void explaining_shows_the_upload_and_makes_none() {
    MediaClient client = uploading();

    Explanation explanation = client.explain(REQUEST);

    assertThat(explanation.calls())
        .extracting(Explanation.Call::purpose)
        .containsExactly("upload", "submit");
    assertThat(explanation.calls().get(1).body().orElseThrow()).contains("<what the upload of");
    assertThat(bench.vendor().calls()).isEmpty();
  }

  /** A record that is made once and may be kept. */
  private record Customer(Optional<Duration> keep) implements Preparation {
    @Override
    public String name() {
      return "customer";
    }

    @Override
    public HttpCall call(String stage, Map<String, String> data) {
      return HttpCall.post("/customers");
    }

    @Override
    public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
      return Step.ready(reply.required("/token"));
    }
  }

  private MediaClient registering(Optional<Duration> keep) {
    bench.usual().vendor().on("POST /customers", json("{'token':'c1'}"));
    return bench.client(
        TinyAdapter.of(
            new TinyOperation()
                .prepares(task -> List.of(new Customer(keep)))
                .submits(
                    task ->
                        HttpCall.post("/jobs")
                            .json(task.fields().put("customer", task.prepared("customer"))))));
  }

  @Test
  void a_customer_record_is_made_first_and_kept_as_long_as_it_may_be() {
    MediaClient client = registering(Optional.of(Duration.ofHours(1)));

    bench.make(client);
    bench.make(client);
    assertThat(bench.vendor().calls("POST /customers")).hasSize(1);
    bench.clock().advance(Duration.ofHours(2));
    bench.make(client);

    assertThat(bench.vendor().calls("POST /customers")).hasSize(2);
    assertThat(tree(bench.vendor().calls("POST /jobs").get(0)).get("customer").asText())
        .isEqualTo("c1");
  }

  @Test
  void what_may_not_be_kept_is_made_each_time() {
    MediaClient client = registering(Optional.empty());

    bench.make(client);
    bench.make(client);

    assertThat(bench.vendor().calls("POST /customers")).hasSize(2);
  }

  /** Waits once, and then does not know how to go on. */
  private record Broken() implements Preparation {
    @Override
    public String name() {
      return "session";
    }

    @Override
    public HttpCall call(String stage, Map<String, String> data) {
      if (stage.equals("start")) {
        return HttpCall.post("/customers");
      }
      throw new IllegalStateException("no such stage " + stage);
    }

    @Override
    public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
      return Step.wait("later", Map.of(), Duration.ofSeconds(1));
    }
  }

  /** The exception flew past the request, whose future then never completed. */
  @Test
  void a_preparation_that_breaks_after_a_pause_ends_the_request() {
    bench.usual().vendor().on("POST /customers", json("{}"));
    MediaClient client =
        bench.client(TinyAdapter.of(new TinyOperation().prepares(task -> List.of(new Broken()))));

    assertThat(bench.failure(client)).hasMessageContaining("no such stage later");
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }
}
