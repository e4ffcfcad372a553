// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.FileHost.bytes;
import static dev.mediagen.testkit.tiny.FileHost.cutAfter;
import static dev.mediagen.testkit.tiny.FileHost.endless;
import static dev.mediagen.testkit.tiny.FileHost.status;
import static dev.mediagen.testkit.tiny.FileHost.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.MediaAsset;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.FileHost;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Downloads that break off, and bytes that are not what was announced. */
class DownloadTest {
  private static final byte[] FILE = new byte[300_000];
  private static final String TAG = "\"v1\"";
  private static final String DATE = "Fri, 20 Nov 2026 11:00:00 GMT";

  static {
    new Random(7).nextBytes(FILE);
  }

  /** The ways to take an output. */
  enum Way {
    FILE,
    STREAM,
    CHANNEL,
    OPENED
  }

  private interface Io<T> {
    T run() throws IOException;
  }

  @AutoClose private final Bench bench = new Bench();
  @AutoClose private final FileHost host = new FileHost(FILE);
  @TempDir Path folder;

  private MediaAsset asset(Output.Builder output) {
    bench.vendor().on("POST /jobs", json("{}"));
    return bench
        .make(
            bench.open(
                bench
                    .builder(
                        TinyAdapter.of(
                            TinyOperation.atOnce(
                                reply -> JobUpdate.succeeded(List.of(output.build())))))
                    .maxDownload(1_000_000)))
        .image();
  }

  private MediaAsset asset() {
    return asset(Output.url("image", host.url()));
  }

  /** Runs what blocks on a thread of its own, while the clock is turned here. */
  private <T> T timed(Io<T> blocking) {
    return bench
        .clock()
        .await(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return blocking.run();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  private byte[] taken(MediaAsset asset, Way way) {
    return timed(
        () -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          switch (way) {
            case FILE -> out.write(Files.readAllBytes(asset.writeTo(folder.resolve("a.bin"))));
            case STREAM -> asset.writeTo(out);
            case CHANNEL -> asset.writeTo(Channels.newChannel(out));
            case OPENED -> out.write(asset.bytes());
          }
          return out.toByteArray();
        });
  }

  private MediaException failure(MediaAsset asset, Way way) {
    MediaException failure = catchThrowableOfType(MediaException.class, () -> taken(asset, way));
    assertThat(failure).as("the download should have failed").isNotNull();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("what is left of it").isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return failure;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_download_that_breaks_goes_on_where_it_stopped(Way way) {
    host.answers(cutAfter(100_000, "ETag", TAG), cutAfter(50_000, "ETag", TAG), whole("ETag", TAG));
    MediaAsset asset = asset();

    assertThat(taken(asset, way)).isEqualTo(FILE);
    assertThat(host.asked())
        .containsExactly("all", "bytes=100000- if " + TAG, "bytes=150000- if " + TAG);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void where_there_is_no_strong_etag_the_date_of_the_last_change_serves(Way way) {
    host.answers(
        (call, file) -> {
          call.getResponseHeaders().add("ETag", "W/\"weak\"");
          cutAfter(10_000, "Last-Modified", DATE).give(call, file);
        },
        whole("Last-Modified", DATE));

    assertThat(taken(asset(), way)).isEqualTo(FILE);
    assertThat(host.asked()).containsExactly("all", "bytes=10000- if " + DATE);
  }

  @Test
  void without_a_validator_a_file_begins_anew() {
    host.answers(cutAfter(100_000, "X", "y"), whole("X", "y"));

    assertThat(taken(asset(), Way.FILE)).isEqualTo(FILE);
    assertThat(host.asked()).containsExactly("all", "all");
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"STREAM", "CHANNEL", "OPENED"})
  void without_a_validator_nothing_is_written_to_a_stream_twice(Way way) {
    host.answers(cutAfter(100_000, "X", "y"), whole("X", "y"));

    MediaException failure = failure(asset(), way);

    assertThat(failure.kind()).isEqualTo(ErrorKind.TRANSFER);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessageContaining("after 100000 bytes").hasMessageContaining("no ETag");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void before_the_first_byte_there_is_nothing_to_take_back(Way way) {
    host.answers(cutAfter(0, "X", "y"), status(503), whole("X", "y"));

    assertThat(taken(asset(), way)).isEqualTo(FILE);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_host_that_knows_no_ranges_is_read_over_again_when_the_bytes_are_the_same(Way way) {
    host.answers(cutAfter(100_000, "ETag", TAG), bytes(200, FILE, "ETag", TAG), status(500));

    assertThat(taken(asset(), way)).isEqualTo(FILE);
  }

  @Test
  void other_bytes_after_a_break_are_taken_from_their_beginning() {
    byte[] other = new byte[1234];
    host.answers(cutAfter(100_000, "ETag", TAG), bytes(200, other, "ETag", "\"v2\""));

    assertThat(taken(asset(), Way.FILE)).isEqualTo(other);
    assertThat(failure(again(other), Way.STREAM)).hasMessageContaining("other bytes there now");
  }

  private MediaAsset again(byte[] other) {
    try {
      Files.delete(folder.resolve("a.bin"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    host.answers(cutAfter(100_000, "ETag", TAG), bytes(200, other, "ETag", "\"v2\""));
    return asset();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes 99999-299999/300000",
    "bytes 0-299999/300000",
    "bytes 100000-299999/300001",
    "bytes */300000",
    "nonsense"
  })
  void a_part_that_was_not_asked_for_is_not_taken(String range) {
    host.answers(
        cutAfter(100_000, "ETag", TAG),
        bytes(206, new byte[200_000], "ETag", TAG, "Content-Range", range),
        whole("ETag", TAG));

    assertThat(taken(asset(), Way.FILE)).isEqualTo(FILE);
    assertThat(host.asked()).containsExactly("all", "bytes=100000- if " + TAG, "all");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_break_before_the_last_byte_costs_one_byte(Way way) {
    host.answers(
        endless(FILE.length - 1, "ETag", TAG),
        bytes(
            206,
            new byte[] {FILE[FILE.length - 1]},
            "ETag",
            TAG,
            "Content-Range",
            "bytes 299999-299999/300000"));

    assertThat(taken(asset(), way)).isEqualTo(FILE);
    assertThat(host.asked()).containsExactly("all", "bytes=299999- if " + TAG);
  }

  @Test
  void a_part_beyond_the_end_means_that_all_is_there_or_that_it_is_something_else() {
    FileHost.Answer broken = endless(FILE.length, "ETag", TAG);
    host.answers(broken, status(416, "Content-Range", "bytes */300000"));
    assertThat(taken(asset(), Way.STREAM)).isEqualTo(FILE);
    assertThat(host.asked()).containsExactly("all", "bytes=300000- if " + TAG);

    host.answers(broken, status(416, "Content-Range", "bytes */5"), whole("ETag", TAG));
    assertThat(taken(asset(), Way.FILE)).isEqualTo(FILE);
    assertThat(host.asked()).endsWith("bytes=300000- if " + TAG, "all");
  }

  @Test
  void five_tries_that_lead_nowhere_are_enough() {
    Instant start = bench.clock().now();
    host.answers(cutAfter(10_000, "ETag", TAG), cutAfter(0, "ETag", TAG));

    MediaException failure = failure(asset(), Way.FILE);

    assertThat(failure.kind()).isEqualTo(ErrorKind.TRANSFER);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessageContaining("broke off after 10000 bytes");
    assertThat(host.asked()).hasSize(6);
    assertThat(Duration.between(start, bench.clock().now())).isEqualTo(Duration.ofMillis(7500));
  }

  @Test
  void a_host_that_asks_for_a_pause_gets_it() {
    Instant start = bench.clock().now();
    host.answers(
        status(429, "Retry-After", "7"), status(503, "Retry-After", "5"), whole("ETag", TAG));

    assertThat(taken(asset(), Way.FILE)).isEqualTo(FILE);
    assertThat(Duration.between(start, bench.clock().now())).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void a_host_that_asks_for_too_long_a_pause_is_left_with_its_word_passed_on() {
    host.answers(status(429, "Retry-After", "3600"));

    MediaException failure = failure(asset(), Way.FILE);

    assertThat(failure.retryAfter()).hasValue(Duration.ofHours(1));
    assertThat(failure.httpStatus()).hasValue(429);
  }

  @Test
  void a_host_that_falls_silent_is_called_again() {
    host.answers(host.stallAfter(100_000, "ETag", TAG), whole("ETag", TAG));

    assertThat(taken(asset(), Way.FILE)).isEqualTo(FILE);
    assertThat(host.asked()).containsExactly("all", "bytes=100000- if " + TAG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html        | <!DOCTYPE html><html><body>Please log in</body></html>",
        "text/html        | <?xml version='1.0'?><html xmlns='x'></html>",
        "application/json | {\"error\":\"the output has expired\"}",
        "application/xml  | <?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"
      })
  void a_page_where_an_image_was_announced_is_no_image(String type, String page) {
    host.answers(bytes(200, page.getBytes(StandardCharsets.UTF_8), "Content-Type", "image/png"));

    MediaException failure =
        failure(asset(Output.url("image", host.url()).mediaType("image/png")), Way.FILE);

    assertThat(failure.kind()).isEqualTo(ErrorKind.TRANSFER);
    assertThat(failure)
        .hasMessageContaining("the vendor sent " + type + " where image/png was announced");
  }

  @Test
  void a_drawing_is_no_page() {
    byte[] svg =
        ("<?xml version='1.0'?><!-- " + "x".repeat(900) + " --><svg xmlns='http://a/'/>")
            .getBytes(StandardCharsets.UTF_8);
    host.answers(bytes(200, svg));

    assertThat(taken(asset(Output.url("image", host.url())), Way.FILE)).isEqualTo(svg);
  }

  @Test
  void a_length_that_was_not_announced_is_refused_before_anything_is_written() {
    host.answers(whole("ETag", TAG));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MediaAsset asset = asset(Output.url("image", host.url()).size(5));

    MediaException failure =
        catchThrowableOfType(MediaException.class, () -> timed(() -> asset.writeTo(out)));

    assertThat(failure).hasMessageContaining("300000 bytes come, 5 were announced");
    assertThat(out.size()).isZero();
  }

  @Test
  void more_than_the_client_allows_is_refused_whether_announced_or_not() {
    byte[] large = new byte[1_000_001];
    host.answers(bytes(200, large));
    assertThat(failure(asset(), Way.FILE))
        .hasMessageContaining("more than the 1000000 bytes that maxDownload allows");

    host.answers(
        (call, file) -> {
          call.sendResponseHeaders(200, 0);
          call.getResponseBody().write(large);
        });
    assertThat(failure(asset(), Way.FILE)).hasMessageContaining("maxDownload");
  }

  @Test
  void compression_is_not_asked_for_and_is_undone_where_it_comes_all_the_same() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
      gzip.write(FILE);
    }
    host.answers(bytes(200, packed.toByteArray(), "Content-Encoding", "gzip"));

    assertThat(taken(asset(Output.url("image", host.url()).size(FILE.length)), Way.FILE))
        .isEqualTo(FILE);
    assertThat(host.encodings()).containsOnly("identity");

    host.answers(bytes(200, FILE, "Content-Encoding", "br"));
    Files.delete(folder.resolve("a.bin"));
    assertThat(failure(asset(), Way.FILE)).hasMessageContaining("compressed the output with br");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void the_digest_is_known_once_all_bytes_were_read(Way way) throws Exception {
    host.answers(cutAfter(100_000, "ETag", TAG), whole("ETag", TAG));
    MediaAsset asset = asset();
    assertThat(asset.sha256()).isEmpty();

    taken(asset, way);

    assertThat(asset.sha256())
        .hasValue(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILE)));
  }

  @Test
  void a_stream_that_was_not_read_to_its_end_has_no_digest() {
    host.answers(whole("ETag", TAG));
    MediaAsset asset = asset();

    timed(
        () -> {
          try (InputStream in = asset.open()) {
            return in.readNBytes(1000);
          }
        });

    assertThat(asset.sha256()).isEmpty();
  }

  private MediaAsset ofFollowedJob(TinyOperation operation, String... urls) {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on(
            "GET /jobs/*",
            Stream.of(urls)
                .map(url -> json("{'state':'done','url':'" + url + "'}"))
                .toArray(dev.mediagen.testkit.Reply[]::new));
    return bench.make(bench.client(TinyAdapter.of(operation))).image();
  }

  @ParameterizedTest
  @CsvSource({"403", "404", "410"})
  void an_expired_url_is_asked_for_anew_where_the_vendor_gives_another(int status) {
    host.answers(status(status), whole("ETag", TAG));
    MediaAsset asset =
        ofFollowedJob(new TinyOperation().givesFreshUrls(), host.url() + "?1", host.url() + "?2");

    assertThat(taken(asset, Way.FILE)).isEqualTo(FILE);
    assertThat(asset.url().orElseThrow()).hasToString(host.url() + "?2");
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(2);
  }

  @Test
  void a_url_that_expires_in_the_middle_is_replaced_and_the_download_goes_on() {
    host.answers(cutAfter(100_000, "ETag", TAG), status(403), whole("ETag", TAG));
    MediaAsset asset =
        ofFollowedJob(new TinyOperation().givesFreshUrls(), host.url() + "?1", host.url() + "?2");

    assertThat(taken(asset, Way.STREAM)).isEqualTo(FILE);
    assertThat(host.asked()).endsWith("bytes=100000- if " + TAG);
  }

  @Test
  void an_expired_url_is_a_failure_where_the_vendor_gives_no_other() {
    host.answers(status(403));
    MediaAsset asset = ofFollowedJob(new TinyOperation(), host.url());

    MediaException failure = failure(asset, Way.FILE);

    assertThat(failure.kind()).isEqualTo(ErrorKind.EXPIRED);
    assertThat(failure.handle()).isPresent();
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(1);
  }

  @Test
  void a_url_that_is_still_refused_after_it_was_renewed_is_not_renewed_again() {
    host.answers(status(410));
    MediaAsset asset = ofFollowedJob(new TinyOperation().givesFreshUrls(), host.url());

    assertThat(failure(asset, Way.FILE).kind()).isEqualTo(ErrorKind.EXPIRED);
    assertThat(host.asked()).hasSize(2);
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(2);
  }

  @Test
  void an_output_whose_time_is_over_is_asked_for_before_it_is_downloaded() {
    host.answers(whole("ETag", TAG));
    Instant expiry = bench.clock().now().plusSeconds(600);
    MediaAsset asset =
        ofFollowedJob(
            new TinyOperation()
                .givesFreshUrls()
                .onPolls(
                    (job, reply) ->
                        JobUpdate.succeeded(
                                List.of(
                                    Output.url("image", reply.required("/url"))
                                        .expiresAt(expiry)
                                        .build()))
                            .build()),
            host.url() + "?1",
            host.url() + "?2");

    bench.clock().advance(Duration.ofMinutes(11));

    assertThat(taken(asset, Way.FILE)).isEqualTo(FILE);
    assertThat(asset.url().orElseThrow()).hasToString(host.url() + "?2");
    assertThat(host.asked()).hasSize(1);
  }

  @Test
  void an_output_in_a_private_network_is_not_taken() {
    MediaException failure =
        failure(asset(Output.url("image", "http://10.0.0.1/a.png?sig=s3cr3t")), Way.FILE);

    assertThat(failure.kind()).isEqualTo(ErrorKind.TRANSFER);
    assertThat(failure)
        .hasMessageContaining("10.0.0.1")
        .hasMessageContaining("privateNetwork(true)")
        .hasMessageNotContaining("s3cr3t");
  }
}
