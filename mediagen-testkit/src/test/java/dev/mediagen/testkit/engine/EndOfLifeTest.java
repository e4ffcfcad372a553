// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The clock of a bench shows 20 November 2026. */
class EndOfLifeTest {
  @AutoClose private final Bench bench = new Bench();

  private static TinyAdapter model(String dates) {
    return TinyAdapter.usual().model("'id':'m','kind':'image','parameters':{'prompt':{}}," + dates);
  }

  private String warning(String dates) {
    var warnings = bench.make(bench.usual().client(model(dates))).warnings();
    assertThat(warnings).hasSize(1);
    return warnings.get(0);
  }

  @Test
  void a_model_that_was_shut_down_is_refused_with_its_date_and_successor() {
    MediaClient client =
        bench.open(
            MediaClient.builder()
                .discover(false)
                .clock(bench.clock())
                .environment(Map.of("TINY_API_KEY", "test-key"))
                .adapter(model("'retired':'2026-11-20','successor':'tiny/m2'")));

    MediaException failure = bench.failure(client);

    assertThat(failure.kind()).isEqualTo(ErrorKind.RETIRED);
    assertThat(failure)
        .hasMessage(
            "tiny/m: was shut down on 2026-11-20; its successor is tiny/m2 [RETIRED] To do: use"
                + " tiny/m2.");
  }

  @Test
  void at_an_address_of_ones_own_it_is_asked_for_with_a_warning() {
    assertThat(warning("'retired':'2026-01-31','successor':'tiny/m2'"))
        .isEqualTo(
            "tiny/m was shut down on 2026-01-31; its successor is tiny/m2; it is asked for all the"
                + " same, at your own base URL");
  }

  @Test
  void a_shutdown_that_is_announced_is_a_warning() {
    assertThat(warning("'retired':'2026-11-21','deprecated':'2026-01-01'"))
        .isEqualTo("tiny/m will be shut down on 2026-11-21");
  }

  @Test
  void a_deprecated_model_is_a_warning() {
    assertThat(warning("'deprecated':'2026-11-20','successor':'tiny/m2'"))
        .isEqualTo("tiny/m is deprecated since 2026-11-20; its successor is tiny/m2");
  }

  @Test
  void a_deprecation_to_come_is_none_yet() {
    assertThat(bench.make(bench.usual().client(model("'deprecated':'2026-11-21'"))).warnings())
        .isEmpty();
  }

  @Test
  void a_model_nobody_lists_is_asked_for_with_a_warning() {
    MediaClient client = bench.usual().client(TinyAdapter.usual());

    assertThat(bench.make(client, image().model("tiny/brand-new").build()).warnings())
        .singleElement()
        .asString()
        .contains("tiny/brand-new is not in the catalogue");
  }

  @Test
  void a_catalogue_of_the_users_own_adds_and_replaces_models() {
    MediaClient client =
        bench.open(
            bench
                .usual()
                .builder(model("'retired':'2026-01-31'"))
                .catalog(
                    TinyAdapter.catalog(
                        "tiny",
                        "'id':'m','kind':'image','parameters':{'prompt':{'field':'p'}}",
                        "'id':'mine','kind':'image','parameters':{'prompt':{'field':'q'}}")));

    assertThat(bench.make(client).warnings()).isEmpty();
    assertThat(bench.make(client, image().model("tiny/mine").build()).warnings()).isEmpty();
    assertThat(client.models()).extracting(m -> m.id().name()).containsExactly("m", "mine");
  }
}
