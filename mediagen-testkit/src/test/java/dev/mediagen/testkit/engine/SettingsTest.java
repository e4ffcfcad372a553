// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.ProviderStatus;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.Setting;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.toy.ToyProvider;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Keys, addresses, and what is said when they are missing. */
class SettingsTest {
  @AutoClose private final Bench bench = new Bench();

  private MediaClient bare(Map<String, String> environment, TinyAdapter adapter) {
    return bench.open(
        MediaClient.builder()
            .discover(false)
            .adapter(adapter)
            .clock(bench.clock())
            .executor(Runnable::run)
            .environment(environment));
  }

  private MediaClient keyed(TinyAdapter adapter, Supplier<String> key) {
    return bench.open(bench.usual().builder(adapter).provider("tiny", s -> s.apiKey(key)));
  }

  @Test
  void a_provider_without_its_settings_names_the_variables() {
    MediaClient client =
        bare(
            Map.of("TINY_REGION", " "),
            TinyAdapter.usual()
                .info(
                    info ->
                        info.settings(java.util.List.of())
                            .setting(Setting.key("TINY_API_KEY", "TINY_KEY"))
                            .setting(Setting.required("region", "TINY_REGION"))
                            .setting(Setting.optional("team", "TINY_TEAM"))));

    assertThatThrownBy(() -> client.generate(image().build()))
        .isInstanceOfSatisfying(
            MediaException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNCONFIGURED))
        .hasMessageContaining("Tiny is not configured: TINY_API_KEY or TINY_KEY, TINY_REGION")
        .hasMessageContaining("MediaClient.builder().provider(\"tiny\", ...)");
    assertThat(client.providers())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.configured()).isFalse();
              assertThat(status.missing())
                  .containsExactly("TINY_API_KEY or TINY_KEY", "TINY_REGION");
            });
    assertThat(client.explain(image().build()).calls()).hasSize(1);
  }

  @Test
  void a_provider_without_an_address_names_the_variable_too() {
    MediaClient client =
        bare(
            Map.of("TINY_API_KEY", "test-key"),
            TinyAdapter.usual().info(info -> info.baseUrl(java.util.Optional.empty())));

    assertThatThrownBy(() -> client.generate(image().build()))
        .hasMessageContaining("MEDIAGEN_TINY_BASE_URL is not set");
  }

  @Test
  void the_address_of_a_provider_may_come_from_the_environment() {
    bench.vendor().on("POST /paintings", json("{'id':'p1'}"));
    bench.vendor().on("GET /paintings/p1", json("{'state':'done','url':'{cdn}/a.png'}"));
    MediaClient client =
        bench.open(
            MediaClient.builder()
                .discover(false)
                .adapter(new ToyProvider())
                .clock(bench.clock())
                .executor(Runnable::run)
                .environment(
                    Map.of(
                        "MEDIAGEN_TOY_BASE_URL",
                        bench.vendor().base() + "/",
                        "TOY_API_KEY",
                        "test-env-key")));

    bench.make(client, image().model("toy/oil-1").build());

    assertThat(bench.only("POST /paintings").header("Authorization"))
        .hasValue("Bearer test-env-key");
    assertThat(client.providers()).extracting(ProviderStatus::configured).containsExactly(true);
  }

  @Test
  void what_the_builder_is_told_wins_over_the_environment() {
    MediaClient client =
        bench.open(
            bench
                .usual()
                .builder(TinyAdapter.usual())
                .environment(
                    Map.of("TINY_API_KEY", "env", "MEDIAGEN_TINY_BASE_URL", "http://127.0.0.1:1")));

    bench.make(client);

    assertThat(bench.only("POST /jobs").header("Authorization"))
        .hasValue("Bearer test-key-0123456789");
  }

  @Test
  void a_key_that_changes_is_asked_for_before_every_call() {
    AtomicInteger asked = new AtomicInteger();
    MediaClient client = keyed(TinyAdapter.usual(), () -> "test-" + asked.incrementAndGet());

    bench.make(client);

    assertThat(bench.vendor().calls("*/jobs*"))
        .hasSizeGreaterThan(2)
        .extracting(c -> c.header("Authorization").orElseThrow())
        .doesNotHaveDuplicates();
  }

  /** The exception flew past the job, whose future then never completed. */
  @Test
  void a_key_that_cannot_be_had_for_a_while_does_not_lose_the_job() {
    AtomicInteger asked = new AtomicInteger();
    MediaClient client =
        keyed(
            TinyAdapter.usual(),
            () -> {
              if (!bench.vendor().calls("POST /jobs").isEmpty()) {
                asked.incrementAndGet();
                throw new IllegalStateException("the vault is sealed");
              }
              return "test-key-1";
            });
    MediaJob<ImageResult> job = bench.clock().await(client.submit(image().build()));

    MediaException failure =
        catchThrowableOfType(MediaException.class, () -> bench.clock().await(job.result()));

    assertThat(asked.get()).isPositive();
    assertThat(failure).isNotNull().hasMessageContaining("the vault is sealed");
    assertThat(failure.handle()).hasValue(job.handle());
  }

  /** Masking asked for the key again and got the next one, so the one that was sent was shown. */
  @Test
  void a_key_that_has_been_replaced_since_is_masked_all_the_same() {
    AtomicInteger asked = new AtomicInteger(10);
    MediaClient client = keyed(TinyAdapter.usual(), () -> "test-" + asked.incrementAndGet() + "-k");
    String all =
        IntStream.range(11, 60).mapToObj(i -> "test-" + i + "-k").collect(Collectors.joining(" "));
    bench.vendor().on("POST /jobs", json(400, "{'message':'which of " + all + "?'}"));

    MediaException failure = bench.failure(client);

    String sent = bench.only("POST /jobs").header("Authorization").orElseThrow().substring(7);
    assertThat(sent).matches("test-[0-9]+-k");
    assertThat(failure).hasMessageContaining("which of").hasMessageNotContaining(sent);
  }

  /** A key read from a file ends in a line break: it was shown in full in the exception. */
  @Test
  void a_key_with_a_line_break_at_its_end_is_used_without_it() {
    MediaClient client =
        keyed(
            TinyAdapter.usual().info(i -> i.auth(Auth.header("X-Api-Key", "{key}"))),
            () -> "test-secret-987\n");

    bench.make(client);

    assertThat(bench.only("POST /jobs").header("X-Api-Key")).hasValue("test-secret-987");
  }

  /** The HTTP client quotes a header that it does not take. */
  @Test
  void a_key_that_no_header_can_carry_is_not_shown() {
    MediaClient client =
        keyed(
            TinyAdapter.usual().info(i -> i.auth(Auth.header("X-Api-Key", "{key}"))),
            () -> "test-secret\n-987");

    MediaException failure = bench.failure(client);

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNCONFIGURED);
    assertThat(failure).hasMessageNotContaining("test-secret").hasMessageContaining("X-Api-Key");
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage())).doesNotContain("-987");
    }
    assertThat(bench.vendor().calls()).isEmpty();
  }

  @Test
  void a_provider_that_is_not_there_is_told_with_those_that_look_like_it() {
    MediaClient client = bench.client(TinyAdapter.usual());

    assertThatThrownBy(() -> client.generate(image().model("tinny/m").build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no provider tinny on the class path (did you mean tiny?)")
        .hasMessageContaining("mediagen-provider-tinny");
  }

  @Test
  void no_secret_is_in_a_handle_an_explanation_or_a_call_to_a_strange_host() {
    MediaClient client = bench.usual().client(TinyAdapter.usual());
    String key = ScriptedVendor.value(Setting.key());

    ImageResult result = bench.make(client);

    assertThat(result.toJson() + result + client.explain(image().build())).doesNotContain(key);
    assertThat(bench.vendor().calls().stream().filter(RecordedCall::foreign))
        .noneMatch(call -> call.headers().toString().contains(key));
  }
}
