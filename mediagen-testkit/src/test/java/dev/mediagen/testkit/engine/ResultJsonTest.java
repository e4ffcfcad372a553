// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.MediaSource;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.transcript.TranscriptResult;
import dev.mediagen.transcript.TranscriptSegment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as JSON, and back. */
class ResultJsonTest {
  @AutoClose private final Bench bench = new Bench();
  @TempDir Path folder;

  private final MediaClient client =
      bench.client(
          TinyAdapter.of(
              TinyOperation.atOnce(
                  reply ->
                      JobUpdate.succeeded(
                              List.of(
                                  Output.url("image", bench.vendor().cdn() + "/a.png?sig=1")
                                      .seed(9_007_199_254_740_993L)
                                      .width(10)
                                      .duration(Duration.ofMillis(1500))
                                      .build(),
                                  Output.bytes("thumbnail", Blob.of(Samples.png())).build()))
                          .warning("one was filtered")
                          .cost(Cost.vendor(new BigDecimal("0.0125"), "told"))
                          .metadata(Map.of("seed", 7, "tags", List.of("a", "b"))))));

  private ImageResult result() {
    bench.vendor().on("POST /jobs", json("{}"));
    bench.vendor().on("GET /a.png", Reply.png());
    return bench.make(client);
  }

  @Test
  void a_result_survives_the_way_there_and_back() {
    ImageResult result = result();
    String json = result.toJson();

    MediaResult read = client.readResult(json);

    assertThat(read).isInstanceOf(ImageResult.class);
    assertThat(read.kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(read.jobs()).isEqualTo(result.jobs());
    assertThat(read.warnings()).containsExactly("one was filtered");
    assertThat(read.cost()).isEqualTo(result.cost());
    assertThat(read.elapsed()).isEqualTo(result.elapsed());
    assertThat(read.metadata()).isEqualTo(result.metadata());
    assertThat(read.assets().get(0).seed()).hasValue(9_007_199_254_740_993L);
    assertThat(read.assets().get(0).width()).hasValue(10);
    assertThat(read.assets().get(0).duration()).hasValue(Duration.ofMillis(1500));
    assertThat(read.assets().get(1).role()).isEqualTo("thumbnail");
    assertThat(read.toJson()).isEqualTo(json);
  }

  @Test
  void the_outputs_of_a_result_that_was_read_can_be_downloaded() throws IOException {
    String json = result().toJson();
    MediaClient other = bench.client(TinyAdapter.usual());

    ImageResult read = (ImageResult) other.readResult(json);

    assertThat(read.image().writeTo(folder.resolve("a.png"))).hasBinaryContent(Samples.png());
    assertThat(read.assets().get(1).bytes()).isEqualTo(Samples.png());
    assertThat(bench.vendor().calls("GET /a.png")).hasSize(1);
  }

  @Test
  void an_output_that_was_read_can_be_an_input() {
    ImageResult read = (ImageResult) client.readResult(result().toJson());

    var request = Bench.image().source(MediaSource.asset(read.image())).build();

    assertThat(request.toJson()).contains("\"url\":\"" + bench.vendor().cdn() + "/a.png?sig=1\"");
  }

  @Test
  void a_transcript_keeps_its_text_and_its_parts() {
    TranscriptSegment hello =
        TranscriptSegment.builder()
            .start(Duration.ZERO)
            .end(Duration.ofMillis(900))
            .text("hello")
            .speaker("A")
            .build();
    bench.vendor().on("POST /jobs", json("{}"));
    MediaClient scribe =
        bench.client(
            TinyAdapter.of(
                    TinyOperation.atOnce(
                        reply -> JobUpdate.transcribed("hello").language("en").segment(hello)))
                .model("'id':'m','kind':'transcript','inputs':{'source':{'deliver':['url']}}"));
    TranscriptResult result =
        bench.make(
            scribe,
            TranscriptRequest.builder()
                .model("tiny/m")
                .source(MediaSource.url("https://example.org/a.mp3"))
                .build());

    TranscriptResult read = (TranscriptResult) scribe.readResult(result.toJson());

    assertThat(read.text()).isEqualTo("hello");
    assertThat(read.language()).hasValue("en");
    assertThat(read.segments()).containsExactly(hello);
  }

  @Test
  void what_is_no_result_is_refused() {
    assertThatThrownBy(() -> client.readResult("{\"kind\":\"image\"}"))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> client.readResult("oops")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(
            () ->
                client.readResult(
                    "{\"kind\":\"image\",\"model\":\"tiny/m\",\"elapsed\":\"a while\"}"))
        .isInstanceOf(InvalidRequestException.class);
  }
}
