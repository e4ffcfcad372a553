// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.CancelOutcome;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaSource;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.FakeProvider;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.toy.ToyProvider;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fake as the tests of a program use it: the code under test joins, and knows of no clock. */
class FakeProviderTest {
  private static final ImageRequest REQUEST =
      ImageRequest.builder().model("acme/any/model").prompt("a quiet harbour").build();

  @TempDir private Path directory;

  /** A program's own code. */
  private static ImageResult paint(MediaClient client) {
    return client.generate(REQUEST).join();
  }

  private static MediaException failure(MediaClient client) {
    CompletionException thrown =
        catchThrowableOfType(CompletionException.class, () -> paint(client));
    assertThat(thrown).as("the request should have failed").isNotNull();
    return (MediaException) thrown.getCause();
  }

  @Test
  void it_makes_what_it_was_told_and_remembers_what_it_was_asked() throws IOException {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.makes(Samples.png(), "image/png");

      Path file = paint(fake.client()).image().writeTo(directory.resolve("harbour.png"));

      assertThat(file).hasBinaryContent(Samples.png());
      assertThat(fake.requests()).hasSize(1).first().isSameAs(REQUEST);
    }
  }

  @Test
  void every_kind_of_media_can_be_asked_for() throws IOException {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.makes(Samples.mp4(), "video/mp4").transcribes("good evening");

      assertThat(
              fake.client()
                  .generate(VideoRequest.builder().model("acme/v").prompt("waves").build())
                  .join()
                  .video()
                  .bytes())
          .isEqualTo(Samples.mp4());
      assertThat(
              fake.client()
                  .generate(
                      TranscriptRequest.builder()
                          .model("acme/t")
                          .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                          .build())
                  .join()
                  .text())
          .isEqualTo("good evening");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TRANSFER", "SUBMISSION_UNKNOWN"})
  void it_fails_with_every_kind_and_in_the_words_it_was_told(ErrorKind kind) {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.fails(kind, "that went wrong");

      assertThat(failure(fake.client()))
          .hasMessageContaining("that went wrong")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
  }

  @Test
  void a_refusal_costs_nothing_and_a_job_that_fails_has_a_handle() {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.fails(ErrorKind.INSUFFICIENT_CREDITS, "empty").fails(ErrorKind.FAILED, "crashed");
      MediaException refused = failure(fake.client());
      MediaException failed = failure(fake.client());

      assertThat(refused.billing()).isEqualTo(Billing.NONE);
      assertThat(refused.handle()).isEmpty();
      assertThat(failed.billing()).isEqualTo(Billing.POSSIBLE);
      assertThat(failed.handle()).isPresent();
    }
  }

  @Test
  void a_submission_can_stay_unknown() {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.fails(ErrorKind.SUBMISSION_UNKNOWN, "not heard");

      assertThat(failure(fake.client()).kind()).isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
      assertThat(fake.requests()).hasSize(1);
    }
  }

  @Test
  void an_output_can_be_gone_when_it_is_wanted() {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.fails(ErrorKind.TRANSFER, "the disk is broken");
      ImageResult result = paint(fake.client());

      assertThat(catchThrowableOfType(MediaException.class, () -> result.image().bytes()).kind())
          .isEqualTo(ErrorKind.TRANSFER);
    }
  }

  @Test
  void answers_come_in_their_order_and_the_last_one_stays() {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.fails(ErrorKind.RATE_LIMITED, "slower").makes(Samples.png(), "image/png");

      assertThat(paint(fake.client()).images()).as("after a retry").hasSize(1);
      assertThat(paint(fake.client()).images()).as("and again").hasSize(1);
      assertThat(fake.requests()).hasSize(3);
    }
  }

  @Test
  void what_was_not_told_is_said() {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      assertThat(failure(fake.client())).hasMessageContaining("not told what to answer");
    }
  }

  @Test
  void a_job_that_takes_an_hour_is_done_at_once() {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.takes(Duration.ofMinutes(5)).makes(Samples.png(), "image/png");

      assertThat(paint(fake.client()).elapsed())
          .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }
  }

  @Test
  void a_job_that_hangs_meets_its_deadline() {
    try (FakeProvider fake = FakeProvider.of("acme")) {
      fake.hangs();

      MediaException failure = failure(fake.client());

      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
      assertThat(failure.handle()).isPresent();
    }
  }

  @Test
  void with_a_clock_of_ones_own_time_passes_when_the_test_says_so() {
    FakeClock clock = new FakeClock();
    try (FakeProvider fake = FakeProvider.of("acme", clock)) {
      fake.takes(Duration.ofSeconds(30)).makes(Samples.png(), "image/png");
      MediaJob<ImageResult> job = clock.await(fake.client().submit(REQUEST));

      assertThat(job.result()).isNotDone();
      assertThat(clock.await(job.result()).elapsed()).isGreaterThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void a_job_that_hangs_can_be_cancelled() {
    FakeClock clock = new FakeClock();
    try (FakeProvider fake = FakeProvider.of("acme", clock)) {
      fake.hangs();
      MediaJob<ImageResult> job = clock.await(fake.client().submit(REQUEST));

      assertThat(job.cancel().join()).isEqualTo(CancelOutcome.CANCELED);
      assertThat(catchThrowableOfType(MediaException.class, () -> clock.await(job.result())).kind())
          .isEqualTo(ErrorKind.CANCELED);
    }
  }

  @Test
  void two_providers_of_one_client_show_what_happens_when_the_first_is_down() {
    try (FakeProvider down = FakeProvider.of("acme");
        FakeProvider up = FakeProvider.of("emca", down.clock())) {
      down.fails(ErrorKind.PROVIDER_UNAVAILABLE, "closed today");
      up.makes(Samples.png(), "image/png");
      try (MediaClient client =
          up.addTo(down.addTo(MediaClient.builder().discover(false).environment(Map.of())))
              .build()) {
        CompletableFuture<ImageResult> result =
            client.generate(ImageRequest.builder().from(REQUEST).fallback("emca/another").build());

        assertThat(result.join().model().provider()).isEqualTo("emca");
        assertThat(down.requests()).as("with two retries").hasSize(3);
        assertThat(up.requests()).hasSize(1);
      }
    }
  }

  @Test
  void the_catalogue_of_an_adapter_on_the_class_path_checks_requests() throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(ProviderAdapter.class.getName()), ToyProvider.class.getName());
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader with = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(with);
      try (FakeProvider fake = FakeProvider.of("toy")) {
        assertThat(fake.client().models()).isNotEmpty();
      }
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
