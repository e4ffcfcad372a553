// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private static final String COUNTED =
      "POST /jobs HTTP/1.1\r\nidempotency-key: k1\r\nContent-Length: 7\r\n\r\n{\"a\":1}";
  private static final String CHUNKED =
      "POST /jobs HTTP/1.1\r\nIdempotency-Key: k1\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "4\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\n\r\n";

  @ParameterizedTest
  @ValueSource(strings = {COUNTED, CHUNKED})
  void a_request_is_read_whole(String text) throws IOException {
    HttpLoop.Request request = read(text).orElseThrow();

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/jobs");
    assertThat(request.key()).isEqualTo("k1");
    assertThat(request.body()).isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {COUNTED, CHUNKED})
  void a_request_that_is_cut_anywhere_is_none_yet(String text) throws IOException {
    for (int end = 0; end < text.length(); end++) {
      assertThat(read(text.substring(0, end))).as("cut at %d", end).isEmpty();
    }
  }

  @Test
  void a_request_without_a_body_ends_with_its_head() throws IOException {
    assertThat(read("GET /count HTTP/1.1\r\nHost: here\r\n\r\n")).isPresent();
  }

  private static Optional<HttpLoop.Request> read(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    return new RequestReader(bytes, bytes.length).read();
  }
}
