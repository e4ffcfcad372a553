// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.text;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaSource;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Starting a job: the shapes of the first call and of its reply. */
class StartingTest {
  private static final String EDITS =
      "'id':'m','kind':'image','parameters':{'prompt':{'field':'prompt'}},'inputs':{'source':"
          + "{'field':'image','deliver':['url','part']}}";

  @AutoClose private final Bench bench = new Bench();

  /** Case 1. */
  @Test
  void the_model_stands_in_the_path_or_in_the_body() {
    TinyAdapter adapter =
        new TinyAdapter()
            .operation(
                "path",
                new TinyOperation()
                    .submits(task -> HttpCall.post("/run/" + task.modelName()).json(task.fields())))
            .operation(
                "body",
                new TinyOperation()
                    .submits(
                        task ->
                            HttpCall.post("/jobs")
                                .json(task.fields().put("model", task.modelName()))))
            .chooses(task -> task.modelName().contains("/") ? "path" : "body");
    bench.usual().vendor().on("POST /run/*", json("{'id':'j1'}"));
    MediaClient client = bench.client(adapter);

    bench.make(client, image().model("tiny/lab/m-2").build());
    bench.make(client);

    assertThat(bench.vendor().calls("POST /run/lab/m-2")).hasSize(1);
    assertThat(tree(bench.only("POST /jobs")))
        .hasToString("{\"prompt\":\"a boat\",\"model\":\"m\"}");
  }

  /** Case 1. */
  @Test
  void a_job_may_be_a_list_of_typed_steps() {
    TinyOperation steps =
        new TinyOperation()
            .submits(
                task -> {
                  ObjectNode body = JsonNodeFactory.instance.objectNode();
                  body.putArray("steps")
                      .addObject()
                      .put("$type", "image")
                      .set("input", task.fields());
                  return HttpCall.post("/jobs").json(body);
                });
    bench.usual();

    bench.make(bench.client(TinyAdapter.of(steps)));

    assertThat(tree(bench.only("POST /jobs")).at("/steps/0/input/prompt").asText())
        .isEqualTo("a boat");
  }

  /** Case 2. */
  @Test
  void one_operation_sends_multipart_for_bytes_and_json_for_urls() {
    TinyOperation edits =
        new TinyOperation()
            .submits(
                task ->
                    task.inputs().stream().allMatch(Input::isText)
                        ? HttpCall.post("/jobs").json(task.fields())
                        : HttpCall.post("/jobs").multipart(task.fields()));
    MediaClient client = bench.usual().client(TinyAdapter.of(edits).model(EDITS));

    bench.make(client, image().source(MediaSource.url("https://example.org/a.png")).build());
    bench.make(client, image().source(MediaSource.bytes(Samples.png(), "image/png")).build());

    var calls = bench.vendor().calls("POST /jobs");
    assertThat(tree(calls.get(0)).get("image").asText()).isEqualTo("https://example.org/a.png");
    assertThat(calls.get(1).header("Content-Type").orElseThrow()).startsWith("multipart/form-data");
    assertThat(text(calls.get(1)))
        .contains("name=\"prompt\"")
        .contains("name=\"image\"; filename=\"source.png\"")
        .contains("Content-Type: image/png");
  }
}
