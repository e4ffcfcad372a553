// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.image.ImageResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalVendorTest {
  private HttpLoop loop;
  private Thread thread;
  private String url;

  @BeforeEach
  void start() throws IOException {
    loop = LocalVendor.serve(new VendorSettings(0, 0, 0, 1));
    url = "http://127.0.0.1:" + loop.port();
    thread = new Thread(this::serve, "vendor");
    thread.start();
  }

  private void serve() {
    try {
      loop.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() throws Exception {
    loop.close();
    thread.join();
  }

  @Test
  void the_library_gets_what_the_vendor_made_and_the_vendor_saw_it_come() throws IOException {
    try (MediaClient client =
        MediaClient.builder()
            .discover(false)
            .adapter(new BenchProvider())
            .provider("bench", settings -> settings.baseUrl(url).apiKey("a-key"))
            .build()) {
      List<ImageResult> results =
          IntStream.range(0, 20)
              .mapToObj(i -> ImageRequest.builder().model("bench/quick").prompt("no. " + i).build())
              .map(client::generate)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(results.get(0).image().bytes()).asString(UTF_8).contains("picture");
    }

    assertThat(get("/count")).isEqualTo("{\"submissions\":20,\"keys\":20,\"most\":1}");
    List<JobFacts> jobs = get("/stats").lines().map(JobFacts::parse).toList();
    assertThat(jobs)
        .hasSize(20)
        .allSatisfy(
            job -> {
              assertThat(job.polls()).hasSize(1);
              assertThat(job.told()).isGreaterThanOrEqualTo(job.done());
            });
    assertThat(get("/find?key=" + jobs.get(3).key())).isEqualTo("{\"jobs\":[\"j4\"]}");
    assertThat(get("/find?key=none")).isEqualTo("{\"jobs\":[]}");
  }

  private String get(String path) throws IOException {
    try (var in = URI.create(url + path).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
