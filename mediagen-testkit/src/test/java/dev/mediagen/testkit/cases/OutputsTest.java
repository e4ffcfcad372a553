// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.MediaAsset;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking the outputs: where they lie, and what comes with them. */
class OutputsTest {
  @AutoClose private final Bench bench = new Bench();
  @TempDir Path folder;

  private ImageResult result(Output... outputs) {
    bench.vendor().on("POST /jobs", json("{}"));
    return bench.make(
        bench.client(
            TinyAdapter.of(TinyOperation.atOnce(reply -> JobUpdate.succeeded(List.of(outputs))))
                .info(info -> info.hosts(List.of("*.tiny.example")))));
  }

  private MediaAsset asset(Output.Builder output) {
    return result(output.build()).image();
  }

  private MediaException refused(MediaAsset asset) {
    return catchThrowableOfType(
        MediaException.class, () -> asset.writeTo(new ByteArrayOutputStream()));
  }

  /** Case 19. */
  @Test
  void a_public_url_is_read_without_the_key() throws IOException {
    bench.vendor().on("GET /a.png", Reply.png());

    assertThat(asset(Output.url("image", bench.vendor().cdn() + "/a.png")).bytes())
        .isEqualTo(Samples.png());
    assertThat(bench.only("GET /a.png").header("Authorization")).isEmpty();
  }

  /** Case 19. */
  @Test
  void a_url_at_the_vendors_own_host_is_read_with_the_key() throws IOException {
    bench.vendor().on("GET /files/1", Reply.png());

    asset(Output.url("image", bench.vendor().base() + "/files/1")).bytes();

    assertThat(bench.only("GET /files/1").header("Authorization")).isPresent();
  }

  /** Case 19. */
  @Test
  void a_relative_path_is_below_the_vendors_base_url() throws IOException {
    bench.vendor().on("GET /v1/files/1.png", Reply.png());
    MediaAsset asset = asset(Output.url("image", "/v1/files/1.png"));

    assertThat(asset.url().orElseThrow()).hasToString(bench.vendor().base() + "/v1/files/1.png");
    assertThat(asset.bytes()).isEqualTo(Samples.png());
  }

  /** Case 19. */
  @Test
  void a_data_uri_is_the_output_itself() throws IOException {
    String base64 = Base64.getEncoder().encodeToString(Samples.png());
    MediaAsset asset = asset(Output.url("image", "data:image/png;base64," + base64));

    assertThat(asset.bytes()).isEqualTo(Samples.png());
    assertThat(asset.mediaType()).isEqualTo("image/png");
    assertThat(asset.url()).isEmpty();
    assertThat(asset(Output.url("image", "data:text/plain,a%20b")).bytes())
        .isEqualTo("a b".getBytes(StandardCharsets.UTF_8));
  }

  /** Case 19. */
  @Test
  void a_redirect_to_storage_leaves_the_key_at_home() throws IOException {
    bench.vendor().on("GET /content", Reply.redirect(302, "{cdn}/blob?sig=1"));
    bench.vendor().on("GET /blob", Reply.png());

    asset(Output.url("image", "/content")).bytes();

    assertThat(bench.only("GET /content").header("Authorization")).isPresent();
    RecordedCall blob = bench.only("GET /blob");
    assertThat(blob.foreign()).isTrue();
    assertThat(blob.header("Authorization")).isEmpty();
  }

  /** Case 19. */
  @Test
  void redirects_without_end_are_given_up() {
    bench.vendor().on("GET /loop", Reply.redirect(302, "/loop"));

    assertThat(refused(asset(Output.url("image", "/loop"))).kind()).isEqualTo(ErrorKind.TRANSFER);
    assertThat(bench.vendor().calls("GET /loop")).hasSizeLessThan(10);
  }

  /** Case 19. */
  @Test
  void a_url_past_its_life_says_so() {
    bench.vendor().on("GET /a.png", Reply.empty(410));
    bench.vendor().on("GET /b.png", Reply.empty(403));
    bench.vendor().on("GET /c.png", Reply.empty(400));

    MediaException expired = refused(asset(Output.url("image", "/a.png")));

    assertThat(expired.kind()).isEqualTo(ErrorKind.EXPIRED);
    assertThat(expired.httpStatus()).hasValue(410);
    assertThat(refused(asset(Output.url("image", "/b.png"))).kind()).isEqualTo(ErrorKind.EXPIRED);
    assertThat(refused(asset(Output.url("image", "/c.png"))).kind()).isEqualTo(ErrorKind.TRANSFER);
  }

  /** Case 20. */
  @Test
  void what_the_vendor_tells_of_an_output_comes_with_it() {
    Instant expiry = Instant.parse("2026-11-20T12:10:00Z");
    MediaAsset asset =
        asset(
            Output.url("image", "{cdn}/a.webp".replace("{cdn}", bench.vendor().cdn()))
                .seed(7)
                .width(1024)
                .height(768)
                .duration(Duration.ofMillis(1500))
                .size(99)
                .id("o1")
                .expiresAt(expiry));

    assertThat(asset.seed()).hasValue(7L);
    assertThat(asset.width()).hasValue(1024);
    assertThat(asset.height()).hasValue(768);
    assertThat(asset.duration()).hasValue(Duration.ofMillis(1500));
    assertThat(asset.size()).hasValue(99L);
    assertThat(asset.id()).hasValue("o1");
    assertThat(asset.expiresAt()).hasValue(expiry);
    assertThat(asset.mediaType()).isEqualTo("image/webp");
    assertThat(asset.extension()).isEqualTo("webp");
  }

  /** Case 20. */
  @Test
  void what_the_vendor_tells_besides_is_in_the_metadata() {
    bench
        .vendor()
        .on("POST /jobs", json("{'revised_prompt':'a small boat'}").header("x-credits", "4"));
    ImageResult result =
        bench.make(
            bench.client(
                TinyAdapter.of(
                    TinyOperation.atOnce(
                        reply ->
                            JobUpdate.succeeded(
                                    List.of(Output.bytes("image", Blob.of(Samples.png())).build()))
                                .metadata(
                                    Map.of(
                                        "revisedPrompt", reply.required("/revised_prompt"),
                                        "credits", reply.header("x-credits").orElseThrow()))))));

    assertThat(result.metadata())
        .containsEntry("revisedPrompt", "a small boat")
        .containsEntry("credits", "4");
  }

  /** Case 19. */
  @Test
  void outputs_of_other_roles_are_there_too_but_are_no_images() {
    ImageResult result =
        result(Output.url("thumbnail", "/t.jpg").build(), Output.url("image", "/a.png").build());

    assertThat(result.assets()).hasSize(2);
    assertThat(result.images()).hasSize(1);
    assertThat(result.image().url().orElseThrow().getPath()).isEqualTo("/a.png");
  }

  @Test
  void the_bytes_are_held_against_the_announced_size_and_digest() throws Exception {
    bench.vendor().on("GET /a.png", Reply.png());
    String sha =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Samples.png()));

    assertThat(
            asset(Output.url("image", "/a.png").sha256(sha).size(Samples.png().length))
                .writeTo(new ByteArrayOutputStream()))
        .isEqualTo(Samples.png().length);
    assertThat(refused(asset(Output.url("image", "/a.png").size(5))))
        .hasMessageContaining("5 were announced");
    assertThat(refused(asset(Output.url("image", "/a.png").sha256("0".repeat(64)))))
        .hasMessageContaining("SHA-256");
  }

  @Test
  void a_file_is_whole_or_not_there() throws IOException {
    bench.vendor().on("GET /a.png", Reply.bytes(200, "image/png", new byte[100_000]).cutInBody());
    MediaAsset asset = asset(Output.url("image", "/a.png"));
    Path file = folder.resolve("deep/er/a.png");

    CompletableFuture<Path> broken =
        CompletableFuture.supplyAsync(() -> asset.download(file).join());
    assertThatThrownBy(() -> bench.clock().await(broken)).isInstanceOf(MediaException.class);
    assertThat(file).doesNotExist();
    try (Stream<Path> left = Files.list(file.getParent())) {
      assertThat(left).isEmpty();
    }

    bench.vendor().on("GET /a.png", Reply.png());
    assertThat(asset.download(file).join()).isEqualTo(file);
    assertThat(file).hasBinaryContent(Samples.png());
  }
}
