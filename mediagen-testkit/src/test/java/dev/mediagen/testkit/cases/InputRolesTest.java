// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Inputs by role, and earlier jobs as inputs: cases 24 and 26. */
class InputRolesTest {
  @AutoClose private final Bench bench = new Bench();

  private String sent(String model, MediaRequest<?> request) {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    MediaClient client = bench.client(TinyAdapter.usual().model(model));
    bench.clock().await(client.submit(request));
    return tree(bench.only("POST /jobs")).toString();
  }

  /** Case 24. */
  @Test
  void inputs_go_by_role_in_the_way_the_model_takes_them() {
    String base64 = Base64.getEncoder().encodeToString(Samples.png());
    MediaSource bytes = MediaSource.bytes(Samples.png(), "image/png");

    assertThat(
            sent(
                "'id':'m','kind':'image','inputs':{'source':{'field':'raw','deliver':['base64']},"
                    + "'mask':{'field':'m','deliver':['data_uri']},"
                    + "'references':{'field':'refs','list':true,'max':2,'deliver':['url','data_uri']}}",
                ImageRequest.builder()
                    .model("tiny/m")
                    .source(bytes)
                    .mask(bytes)
                    .reference(Reference.of(MediaSource.url("https://example.org/a.png")))
                    .reference(Reference.of(bytes))
                    .build()))
        .isEqualTo(
            ("{'raw':'B','m':'data:image/png;base64,B','refs':"
                    + "['https://example.org/a.png','data:image/png;base64,B']}")
                .replace('\'', '"')
                .replace("B", base64));
  }

  /** Case 24. */
  @Test
  void a_media_type_is_called_as_the_vendor_wants_it() {
    assertThat(
            sent(
                "'id':'m','kind':'music','inputs':{'source':{'field':'a','deliver':['data_uri'],"
                    + "'relabel':{'audio/wav':'audio/x-wav'}}}",
                MusicRequest.builder()
                    .model("tiny/m")
                    .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                    .build()))
        .startsWith("{\"a\":\"data:audio/x-wav;base64,UklGR");
  }

  /** Case 24. */
  @Test
  void a_mask_is_turned_round_where_the_vendor_reads_it_the_other_way() {
    String sent =
        sent(
            "'id':'m','kind':'image','inputs':{'mask':{'field':'m','deliver':['base64'],"
                + "'mask':'transparent'}}",
            ImageRequest.builder()
                .model("tiny/m")
                .mask(MediaSource.bytes(Samples.png(), "image/png"))
                .build());

    assertThat(sent)
        .isNotEqualTo("{\"m\":\"" + Base64.getEncoder().encodeToString(Samples.png()) + "\"}");
    assertThat(sent).startsWith("{\"m\":\"iVBORw0KGgo");
  }

  /** Case 24. */
  @Test
  void so_much_inline_and_so_much_by_upload() {
    String model =
        "'id':'m','kind':'image','inputs':{'source':{'field':'s','deliver':['data_uri'],"
            + "'maxBytes':5000,'maxInlineBytes':50}}";
    MediaClient client = bench.client(TinyAdapter.usual().model(model));

    MediaException inline =
        bench.failure(
            client,
            image()
                .prompt(Optional.empty())
                .source(MediaSource.bytes(Samples.png(), "image/png"))
                .build());
    byte[] large = java.util.Arrays.copyOf(Samples.png(), 5001);
    MediaException all =
        bench.failure(
            client,
            image().prompt(Optional.empty()).source(MediaSource.bytes(large, "image/png")).build());

    assertThat(inline).hasMessageContaining("inside the call there is room for 50");
    assertThat(all).hasMessageContaining("has 5001 bytes; takes at most 5000");
  }

  /** Case 26. */
  @Test
  void an_earlier_job_is_an_input_at_the_vendor_that_made_it_and_nowhere_else() {
    String model =
        "'id':'m','kind':'image','inputs':{'source':{'field':'parent','deliver':['job']}}";
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"), json("{'id':'j2'}"));
    MediaClient client =
        bench.client(
            TinyAdapter.of(
                    new TinyOperation()
                        .submits(
                            task ->
                                HttpCall.post("/jobs")
                                    .json(
                                        task.parameters()
                                            .put(
                                                "parent",
                                                task.inputs("source").stream()
                                                    .map(InputRolesTest::parent)
                                                    .collect(Collectors.joining())))))
                .model(model),
            TinyAdapter.usual().id("other").model(model));
    JobHandle earlier =
        bench.clock().await(client.submit(ImageRequest.builder().model("tiny/m").build())).handle();
    ImageRequest.Builder request = ImageRequest.builder().source(MediaSource.job(earlier, 2));

    bench.clock().await(client.submit(request.model("tiny/m").build()));
    MediaException elsewhere = bench.failure(client, request.model("other/m").build());

    assertThat(tree(bench.vendor().calls("POST /jobs").get(1)).get("parent").asText())
        .isEqualTo("j1 output 2");
    assertThat(elsewhere).isInstanceOf(InvalidRequestException.class);
    assertThat(elsewhere).hasMessageContaining("is a job of another provider");
  }

  private static String parent(Input input) {
    return input.job().orElseThrow().jobId() + " output " + input.output();
  }
}
