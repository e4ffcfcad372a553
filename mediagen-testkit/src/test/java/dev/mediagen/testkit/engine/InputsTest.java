// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.AssetHost;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaSource;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final String PNG =
      "data:image/png;base64," + Base64.getEncoder().encodeToString(Samples.png());

  @AutoClose private final Bench bench = new Bench();
  @TempDir Path folder;

  private static TinyAdapter taking(String spec) {
    return TinyAdapter.usual()
        .model(
            "'id':'m','kind':'image','parameters':{'prompt':{}},"
                + "'inputs':{'source':{'field':'image',"
                + spec
                + "}}");
  }

  private final MediaClient client =
      bench.client(
          taking("'deliver':['data_uri'],'maxBytes':1000,'mediaTypes':['image/png','image/jpeg']"));

  private static ImageRequest with(MediaSource source) {
    return image().source(source).build();
  }

  private String refused(MediaSource source) {
    MediaException failure = bench.failure(client, with(source));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(bench.vendor().calls("POST *")).isEmpty();
    return failure.getMessage();
  }

  private String sent(MediaClient sender, MediaSource source) {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench.clock().await(sender.submit(with(source)));
    return tree(bench.only("POST /jobs")).get("image").asText();
  }

  @Test
  void a_file_that_is_not_there_says_where_it_was_looked_for() {
    assertThat(refused(MediaSource.file(folder.resolve("gone.png"))))
        .contains("source " + folder.resolve("gone.png"))
        .contains("is no file that exists (looked in " + folder + ")");
    assertThat(refused(MediaSource.file(folder))).contains("is no readable file");
  }

  @Test
  void a_file_of_another_type_is_refused_by_its_bytes_and_not_by_its_name() throws IOException {
    Path lying = Files.write(folder.resolve("a.png"), Samples.mp3());

    assertThat(refused(MediaSource.file(lying)))
        .contains("is audio/mpeg; takes image/png, image/jpeg");
  }

  @Test
  void a_file_that_is_too_large_or_empty_is_refused() throws IOException {
    Path large = Files.write(folder.resolve("l.png"), Arrays.copyOf(Samples.png(), 1001));
    Path empty = Files.write(folder.resolve("e.png"), new byte[0]);

    assertThat(refused(MediaSource.file(large))).contains("has 1001 bytes; takes at most 1000");
    assertThat(refused(MediaSource.file(empty))).contains("is empty");
  }

  @Test
  void a_file_goes_as_it_is() throws IOException {
    Path file = Files.write(folder.resolve("a.bin"), Samples.png());

    assertThat(sent(client, MediaSource.file(file))).isEqualTo(PNG);
  }

  @Test
  void a_url_goes_as_it_is_where_the_vendor_fetches_for_itself() {
    MediaClient fetching = bench.client(taking("'deliver':['data_uri','url']"));

    assertThat(sent(fetching, MediaSource.url("https://example.org/a.png?x=1")))
        .isEqualTo("https://example.org/a.png?x=1");
  }

  @Test
  void a_url_is_fetched_where_the_model_takes_only_bytes_and_the_key_stays_home() {
    bench.vendor().on("GET /a", Reply.png());

    assertThat(sent(client, MediaSource.url(bench.vendor().cdn() + "/a"))).isEqualTo(PNG);
    RecordedCall fetch = bench.only("GET /a");
    assertThat(fetch.header("Authorization")).isEmpty();
  }

  @Test
  void a_url_that_gives_nothing_is_refused_before_the_job_starts() {
    bench.vendor().on("GET /a", Reply.empty(404));
    bench.vendor().on("GET /b", Reply.cut());

    assertThat(refused(MediaSource.url(bench.vendor().cdn() + "/a")))
        .contains("its server answers HTTP 404");
    assertThat(refused(MediaSource.url(bench.vendor().cdn() + "/b?sig=s3cr3t")))
        .contains("cannot be fetched")
        .doesNotContain("s3cr3t");
  }

  @Test
  void explaining_fetches_nothing() {
    assertThat(
            client
                .explain(with(MediaSource.url(bench.vendor().cdn() + "/a")))
                .calls()
                .get(0)
                .body())
        .hasValueSatisfying(body -> assertThat(body).contains("<the bytes at "));
    assertThat(bench.vendor().calls()).isEmpty();
  }

  @Test
  void an_output_goes_by_its_public_url_or_as_bytes() {
    bench.usual();
    var made = bench.make(bench.client(TinyAdapter.usual())).image();
    MediaClient byUrl = bench.client(taking("'deliver':['url','data_uri']").id("other"));
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));

    bench
        .clock()
        .await(byUrl.submit(image().model("other/m").source(MediaSource.asset(made)).build()));
    bench.clock().await(client.submit(with(MediaSource.asset(made))));

    var calls = bench.vendor().calls("POST /jobs");
    assertThat(tree(calls.get(1)).get("image").asText()).isEqualTo(bench.vendor().cdn() + "/a.png");
    assertThat(tree(calls.get(2)).get("image").asText()).isEqualTo(PNG);
  }

  @Test
  void a_stored_id_goes_only_where_the_model_takes_one() {
    MediaClient storing = bench.client(taking("'deliver':['stored']"));

    assertThat(sent(storing, MediaSource.stored("file-7"))).isEqualTo("file-7");
    MediaException failure = bench.failure(client, with(MediaSource.stored("file-7")));
    assertThat(failure).hasMessageContaining("takes no stored ids here");
  }

  @Test
  void an_output_goes_as_the_id_it_has_at_its_own_vendor() {
    MediaClient storing = bench.client(taking("'deliver':['stored', 'url']"));
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on("GET /jobs/*", json("{'state':'done','url':'{cdn}/a.png','output_id':'clip-7'}"));
    MediaAsset made = bench.make(storing).image();

    bench.clock().await(storing.submit(with(MediaSource.asset(made))));

    assertThat(tree(bench.vendor().calls("POST /jobs").get(1)).get("image").asText())
        .isEqualTo("clip-7");
  }

  @Test
  void bytes_where_only_a_url_is_taken_are_refused_with_advice() {
    MediaClient fetching = bench.client(taking("'deliver':['url']"));

    MediaException failure =
        bench.failure(fetching, with(MediaSource.bytes(Samples.png(), "image/png")));

    assertThat(failure)
        .hasMessageContaining(
            "takes it only as url: give MediaSource.url(...), or set an AssetHost");
  }

  /** What a host was given, by name and type and number of bytes. */
  private final List<String> hosted = new ArrayList<>();

  private MediaClient hosting(String spec, AssetHost host) {
    return bench.open(bench.builder(taking(spec)).assetHost(host));
  }

  private MediaClient hosting(String spec) {
    return hosting(
        spec,
        (bytes, mediaType, fileName) -> {
          hosted.add(fileName + " " + mediaType + " " + bytes.size());
          return CompletableFuture.completedFuture(URI.create("https://mine.example/1.png"));
        });
  }

  private static final MediaSource PICTURE = MediaSource.bytes(Samples.png(), "image/png");

  @Test
  void bytes_go_to_the_users_own_host_where_the_vendor_takes_only_urls() {
    assertThat(sent(hosting("'deliver':['url']"), PICTURE)).isEqualTo("https://mine.example/1.png");
    assertThat(hosted).containsExactly("source.png image/png " + Samples.png().length);
  }

  @Test
  void bytes_go_to_the_users_own_host_only_when_there_is_no_room_in_the_call() {
    assertThat(sent(hosting("'deliver':['data_uri','url'],'maxInlineBytes':1000"), PICTURE))
        .isEqualTo(PNG);
    assertThat(hosted).isEmpty();
  }

  @Test
  void bytes_that_do_not_fit_into_the_call_go_to_the_users_own_host() {
    assertThat(sent(hosting("'deliver':['data_uri','url'],'maxInlineBytes':10"), PICTURE))
        .isEqualTo("https://mine.example/1.png");
  }

  @Test
  void a_host_helps_nothing_where_the_vendor_takes_no_urls() {
    MediaException failure =
        bench.failure(hosting("'deliver':['data_uri'],'maxInlineBytes':10"), with(PICTURE));

    assertThat(failure).hasMessageContaining("room for 10").hasMessageNotContaining("AssetHost");
    assertThat(hosted).isEmpty();
  }

  @Test
  void explaining_puts_nothing_anywhere() {
    assertThat(hosting("'deliver':['url']").explain(with(PICTURE)).calls().get(0).body())
        .hasValueSatisfying(
            body -> assertThat(body).contains("<where the asset host puts source.png>"));
    assertThat(hosted).isEmpty();
  }

  @Test
  void a_host_that_fails_costs_nothing() {
    for (AssetHost broken :
        List.<AssetHost>of(
            (bytes, type, name) -> CompletableFuture.failedFuture(new IOException("disk full")),
            (bytes, type, name) -> {
              throw new IllegalStateException("disk full");
            },
            (bytes, type, name) ->
                CompletableFuture.completedFuture(URI.create("file:///disk-full")))) {
      MediaException failure = bench.failure(hosting("'deliver':['url']", broken), with(PICTURE));

      assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
      assertThat(failure.billing()).isEqualTo(Billing.NONE);
      assertThat(failure).hasMessageContaining("the asset host");
    }
    assertThat(bench.vendor().calls("POST *")).isEmpty();
  }

  @Test
  void a_role_is_held_against_what_it_can_be_at_all() {
    MediaClient any = bench.client(taking("'deliver':['data_uri']"));

    MediaException failure =
        bench.failure(
            any, with(MediaSource.bytes("hello".getBytes(StandardCharsets.UTF_8), "text/plain")));

    assertThat(failure).hasMessageContaining("is text/plain; takes image");
  }

  @Test
  void a_large_input_is_encoded_without_a_seam() {
    byte[] large = new byte[200_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 7);
    }
    System.arraycopy(Samples.png(), 0, large, 0, Samples.png().length);
    MediaClient any = bench.client(taking("'deliver':['base64']"));

    assertThat(sent(any, MediaSource.bytes(large, "image/png")))
        .isEqualTo(Base64.getEncoder().encodeToString(large));
  }
}
