// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a submission that got no answer may have been taken, told by how far it came. */
class SentOrNotTest {
  private static final int REFUSED_STREAM = 7;
  private static final int INTERNAL_ERROR = 2;
  private static final String PASSWORD = "changeit";

  /** More than the buffers of both sides hold, so that it cannot be sent while nobody reads. */
  private static final ImageRequest LONG = image().prompt("a boat ".repeat(2_000_000)).build();

  /** Where nobody is silent, a slow machine must not look like it. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

  @AutoClose private final Bench bench = new Bench();

  @TempDir private Path directory;

  @Test
  void a_submission_that_broke_off_in_its_middle_is_made_again() {
    MediaClient client = patient();
    bench.vendor().on("POST /jobs", Reply.cutWhileReading(10_000), json("{'id':'j1'}"));

    assertThat(bench.make(client, LONG).images()).hasSize(1);
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  @Test
  void a_submission_that_always_breaks_off_in_its_middle_cannot_have_cost_anything() {
    MediaClient client = patient();
    bench.vendor().on("POST /jobs", Reply.cutWhileReading(10_000));

    MediaException failure = bench.failure(client, LONG);

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(failure.billing()).isEqualTo(Billing.NONE);
  }

  /** The last bytes may have been taken in the moment in which the client lost patience. */
  @Test
  void a_submission_that_was_given_up_while_it_was_written_stays_unknown() {
    MediaClient client = bench.usual().client(TinyAdapter.usual());
    bench.vendor().on("POST /jobs", Reply.stallWhileReading(10_000));

    MediaException failure = bench.failure(client, LONG);

    assertThat(failure.kind()).isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  @Test
  void a_stream_that_was_refused_is_submitted_again() throws Exception {
    SSLContext tls = trusted();
    try (Http2Door door = Http2Door.resetting(tls, REFUSED_STREAM)) {
      assertThat(bench.make(clientThatFirstGoesTo(door)).images()).hasSize(1);
      assertThat(door.requests()).isEqualTo(1);
      assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
    }
  }

  @Test
  void a_stream_that_a_goaway_leaves_out_is_submitted_again() throws Exception {
    SSLContext tls = trusted();
    try (Http2Door door = Http2Door.goingAway(tls, false)) {
      assertThat(bench.make(clientThatFirstGoesTo(door)).images()).hasSize(1);
      assertThat(door.requests()).isEqualTo(1);
      assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
    }
  }

  @Test
  void a_stream_that_a_goaway_takes_in_stays_unknown() throws Exception {
    SSLContext tls = trusted();
    try (Http2Door door = Http2Door.goingAway(tls, true)) {
      assertThat(bench.failure(clientThatFirstGoesTo(door)).kind())
          .isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
      assertThat(bench.vendor().calls()).isEmpty();
    }
  }

  @Test
  void a_stream_that_broke_for_another_reason_stays_unknown() throws Exception {
    SSLContext tls = trusted();
    try (Http2Door door = Http2Door.resetting(tls, INTERNAL_ERROR)) {
      assertThat(bench.failure(clientThatFirstGoesTo(door)).kind())
          .isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
      assertThat(bench.vendor().calls()).isEmpty();
    }
  }

  private MediaClient patient() {
    return bench.open(bench.usual().builder(TinyAdapter.usual()).replyTimeout(LONG_ENOUGH));
  }

  private MediaClient clientThatFirstGoesTo(Http2Door door) {
    AtomicBoolean first = new AtomicBoolean(true);
    TinyOperation operation =
        new TinyOperation()
            .submits(
                task -> {
                  HttpCall call = HttpCall.post("/jobs").json(task.fields());
                  return first.getAndSet(false) ? call.at("door") : call;
                });
    TinyAdapter adapter =
        TinyAdapter.of(operation).info(info -> info.baseUrl("door", "https://door.example"));
    return trusting(
        () ->
            bench.open(
                bench
                    .usual()
                    .builder(adapter)
                    .replyTimeout(LONG_ENOUGH)
                    .provider("tiny", settings -> settings.baseUrl("door", door.url()))));
  }

  /** A server's TLS context, whose certificate {@link #trusting} clients accept. */
  private SSLContext trusted() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("door", certificate.certificate());
    try (OutputStream out = Files.newOutputStream(directory.resolve("trust.p12"))) {
      trust.store(out, PASSWORD.toCharArray());
    }
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
  }

  /** A client asks the JDK for its trust store once, when it is built. */
  private MediaClient trusting(Supplier<MediaClient> built) {
    System.setProperty("javax.net.ssl.trustStore", directory.resolve("trust.p12").toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    try {
      return built.get();
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
    }
  }
}
