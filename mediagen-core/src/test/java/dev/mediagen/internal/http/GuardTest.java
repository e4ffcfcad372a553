// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No reply leads a call into the user's own network. */
class GuardTest {
  @AutoClose private final MockWebServer server = new MockWebServer();
  private final Map<String, String> names = new HashMap<>();

  @AutoClose
  private final Transport transport =
      new Transport(
          new Noon(),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Optional.empty(),
          1000,
          host -> List.of(address(Objects.requireNonNull(names.get(host)))));

  private Provider vendor;

  @BeforeEach
  void the_vendor_has_a_name_like_any_other() throws IOException {
    server.start();
    names.put("api.vendor.example", "127.0.0.1");
    names.put("cdn.example", "10.1.2.3");
    names.put("local.example", "127.0.0.1");
    vendor = provider("http://api.vendor.example:" + server.getPort(), false, false);
  }

  private static InetAddress address(String address) throws UnknownHostException {
    if (address == null) {
      throw new UnknownHostException("no such name");
    }
    return InetAddress.getByName(address);
  }

  private static Provider provider(String base, boolean selfHosted, boolean privateNetwork) {
    ProviderInfo info = ProviderInfo.builder().id("v").name("V").selfHosted(selfHosted).build();
    return new Provider(
        new Nothing(info), Optional.empty(), Map.of(), Map.of("", base), true, privateNetwork);
  }

  private Response open(Provider provider, String url) throws IOException {
    return transport.open(provider, URI.create(url), Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://2130706433/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://cdn.example/?sig=s3cr3t",
        "http://local.example/",
        "ftp://cdn.example/a",
        "file:///etc/passwd",
        "gopher://127.0.0.1/"
      })
  void an_output_of_a_cloud_vendor_is_not_taken_from_a_private_network(String url) {
    assertThatThrownBy(() -> open(vendor, url))
        .isInstanceOf(OutOfReachException.class)
        .hasMessageNotContainingAny("s3cr3t", "10.1.2.3");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://169.254.169.254/", "http://cdn.example/", "http://0x7f.1/", "file:///a"})
  void a_redirect_to_a_private_network_is_not_followed(String target) {
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", target).build());

    assertThatThrownBy(() -> open(vendor, vendor.baseUrl("") + "/a"))
        .isInstanceOf(OutOfReachException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://cdn.example/jobs/1?key=s3cr3t", "http://[fd00::1]/", "ftp://a/b"})
  void a_call_to_a_url_of_a_reply_is_a_protocol_failure(String url) {
    MediaException failure = refused(HttpCall.to("GET", URI.create(url)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure)
        .hasMessageContaining(URI.create(url).getHost().replaceAll("[\\[\\]]", ""))
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void a_question_that_is_redirected_to_a_private_network_is_a_protocol_failure() {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "http://cdn.example/").build());

    assertThat(refused(HttpCall.get("/jobs/1")).kind()).isEqualTo(ErrorKind.PROTOCOL);
  }

  private MediaException refused(HttpCall call) {
    Throwable thrown = catchThrowable(() -> transport.exchange(vendor, call).join());
    return (MediaException)
        Objects.requireNonNull(thrown instanceof CompletionException ? thrown.getCause() : thrown);
  }

  @Test
  void the_vendors_own_address_is_never_guarded() throws IOException {
    server.enqueue(new MockResponse.Builder().build());

    try (Response response = open(vendor, vendor.baseUrl("") + "/a")) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  @Test
  void a_vendor_on_this_machine_may_name_this_machine_and_no_other_private_one()
      throws IOException {
    Provider local = provider("http://127.0.0.1:9", false, false);
    server.enqueue(new MockResponse.Builder().build());

    try (Response response = open(local, "http://local.example:" + server.getPort() + "/a")) {
      assertThat(response.code()).isEqualTo(200);
    }
    assertThatThrownBy(() -> open(local, "http://cdn.example/"))
        .isInstanceOf(OutOfReachException.class);
    assertThatThrownBy(() -> open(local, "http://192.168.0.1/"))
        .isInstanceOf(OutOfReachException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_vendor_of_ones_own_and_one_the_user_trusts_may_name_any(boolean own) throws IOException {
    server.enqueue(new MockResponse.Builder().build());

    try (Response response =
        open(
            provider("http://worker.example", own, !own),
            "http://local.example:" + server.getPort() + "/a")) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  @Test
  void what_the_user_wants_fetched_is_fetched() throws IOException {
    server.enqueue(new MockResponse.Builder().build());

    try (Response response =
        transport.openFor(vendor, URI.create("http://127.0.0.1:" + server.getPort() + "/a"))) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  private record Nothing(ProviderInfo info) implements ProviderAdapter {
    @Override
    public int contractVersion() {
      return CONTRACT_VERSION;
    }

    @Override
    public Catalog catalog() {
      return Catalog.empty("v");
    }

    @Override
    public Map<String, Operation> operations() {
      return Map.of();
    }

    @Override
    public ErrorDetails failure(HttpReply reply) {
      return ErrorDetails.of(ErrorKind.FAILED, "no").build();
    }
  }

  private static final class Noon implements JobClock {
    @Override
    public Instant now() {
      return Instant.parse("2026-11-20T12:00:00Z");
    }

    @Override
    public Scheduled after(Duration delay, Runnable task) {
      throw new AssertionError("nothing here waits");
    }
  }
}
