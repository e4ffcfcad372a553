// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Portable parameters in the clothes of each vendor. */
class PortableParametersTest {
  @AutoClose private final Bench bench = new Bench();

  private String sent(String model, MediaRequest<?> request) {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    MediaClient client = bench.client(TinyAdapter.usual().model(model));
    bench.clock().await(client.submit(request));
    return tree(bench.only("POST /jobs")).toString();
  }

  /** Case 22. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'field':'d' | {\"d\":8}",
        "'field':'d','as':'seconds_text' | {\"d\":\"8\"}",
        "'field':'d','as':'seconds_suffix' | {\"d\":\"8s\"}",
        "'field':'n','as':'frames','frameStep':4,'fps':16 | {\"n\":129}",
        "'field':'n','as':'frames','frameStep':6,'fps':24 | {\"n\":193}"
      })
  void one_duration_many_clothes(String spec, String wire) {
    assertThat(
            sent(
                "'id':'m','kind':'video','parameters':{'duration':{" + spec + "}}",
                VideoRequest.builder().model("tiny/m").duration(Duration.ofSeconds(8)).build()))
        .isEqualTo(wire);
  }

  /** Case 22. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'size':{'field':'s','as':'size_text'} | {\"s\":\"1024x768\"}",
        "'size':{'field':'s','as':'size_text','separator':'*'} | {\"s\":\"1024*768\"}",
        "'size':{'field':'s','words':{'1024x768':'landscape_4_3'}} | {\"s\":\"landscape_4_3\"}",
        "'size':{'field':'s','as':'size_object'} | {\"s\":{\"width\":1024,\"height\":768}}",
        "'width':{'field':'w'},'height':{'field':'h'} | {\"w\":1024,\"h\":768}"
      })
  void one_size_many_clothes(String parameters, String wire) {
    assertThat(
            sent(
                "'id':'m','kind':'image','parameters':{" + parameters + "}",
                ImageRequest.builder().model("tiny/m").width(1024).height(768).build()))
        .isEqualTo(wire);
  }

  /** Case 23. */
  @Test
  void rules_between_parameters_are_kept_before_anything_is_sent() {
    MediaClient client =
        bench.client(
            TinyAdapter.usual()
                .model(
                    "'id':'m','kind':'music','parameters':{'prompt':{},'seed':{}},'rules':"
                        + "[{'when':{'seed':['*']},'forbid':['prompt'],'because':'one or the other'}]"));

    MediaException failure =
        bench.failure(
            client, MusicRequest.builder().model("tiny/m").prompt("a waltz").seed(1).build());

    assertThat(failure).hasMessageContaining("prompt a waltz must be left out (one or the other)");
    assertThat(bench.vendor().calls()).isEmpty();
  }

  /** Case 23. */
  @Test
  void one_of_several_may_be_asked_for() {
    MediaClient client =
        bench.client(
            TinyAdapter.usual()
                .model(
                    "'id':'m','kind':'image','parameters':{'prompt':{},'style':{}},'rules':"
                        + "[{'requireOne':['style','source'],'because':'something to start from'}]"));

    assertThat(bench.failure(client))
        .hasMessageContaining("style or source is missing (something to start from)");
    assertThat(bench.vendor().calls()).isEmpty();
  }

  /** Case 25. */
  @Test
  void text_becomes_a_language_of_its_own_without_breaking_out() {
    TinyOperation flags =
        new TinyOperation()
            .submits(
                task ->
                    HttpCall.post("/jobs")
                        .json(
                            task.parameters()
                                .put(
                                    "prompt",
                                    task.parameter("prompt").orElse("").replace("--", "- -")
                                        + task.parameter("aspectRatio")
                                            .map(r -> " --ar " + r)
                                            .orElse(""))));
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    MediaClient client =
        bench.client(
            TinyAdapter.of(flags)
                .model("'id':'m','kind':'image','parameters':{'prompt':{},'aspectRatio':{}}"));

    bench
        .clock()
        .await(client.submit(image().prompt("a boat --ar 9:1").aspectRatio("16:9").build()));

    assertThat(tree(bench.only("POST /jobs")).get("prompt").asText())
        .isEqualTo("a boat - -ar 9:1 --ar 16:9");
  }

  /** Case 27. */
  @Test
  void what_a_model_takes_is_asked_for_once_and_then_checked() {
    TinyAdapter adapter =
        TinyAdapter.usual()
            .describes(
                HttpCall.get("/schema"),
                (model, reply) ->
                    Catalog.read(
                            ("{'provider':'tiny','models':[{'id':'"
                                    + model.name()
                                    + "','kind':'image','parameters':{'prompt':{'field':'"
                                    + reply.required("/prompt")
                                    + "'},'steps':{'field':'num_steps','max':8}}}]}")
                                .replace('\'', '"'))
                        .find(model.name()));
    bench.vendor().on("GET /schema", json("{'prompt':'node_6.text'}"));
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    MediaClient client = bench.client(adapter);
    ModelId found = ModelId.of("tiny/found-today");

    bench.clock().await(client.submit(image().model(found).steps(4).build()));
    MediaException failure = bench.failure(client, image().model(found).steps(9).build());

    assertThat(tree(bench.only("POST /jobs")))
        .hasToString("{\"node_6\":{\"text\":\"a boat\"},\"num_steps\":4}");
    assertThat(failure).hasMessageContaining("steps 9: takes at most 8");
    assertThat(bench.vendor().calls("GET /schema")).hasSize(1);
  }
}
