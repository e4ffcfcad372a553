// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.Explanation;
import dev.mediagen.MediaClient;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an adapter owes the engine until the vendor has the job. */
abstract class SubmitContract extends ContractBench {
  SubmitContract(ProviderAdapter adapter, Life life) {
    super(adapter, life);
  }

  @Test
  void explaining_sends_nothing_and_shows_no_secret() {
    Explanation explanation = client.explain(life.request());

    assertThat(vendor.calls()).isEmpty();
    assertThat(explanation.calls()).isNotEmpty();
    Explanation.Call last = explanation.calls().get(explanation.calls().size() - 1);
    assertThat(last.url()).startsWith(vendor.base());
    secrets().forEach(secret -> assertThat(explanation.toString()).doesNotContain(secret));
  }

  @Test
  void without_its_settings_the_provider_says_which_variable_to_set() {
    List<Setting> required = adapter.info().settings().stream().filter(Setting::required).toList();
    try (MediaClient bare =
        MediaClient.builder()
            .discover(false)
            .adapter(adapter)
            .environment(Map.of())
            .provider(
                adapter.info().id(),
                settings ->
                    settings.baseUrl(
                        vendor.here(adapter.info().baseUrl().orElse("http://nowhere"))))
            .build()) {
      for (Setting setting : required) {
        assertThatThrownBy(() -> bare.generate(life.request()))
            .isInstanceOf(MediaException.class)
            .hasMessageContaining(setting.variables().get(0))
            .extracting(e -> ((MediaException) e).kind())
            .isEqualTo(ErrorKind.UNCONFIGURED);
        assertThat(bare.providers().get(0).configured()).isFalse();
      }
    }
  }

  @Test
  void a_wrong_key_is_reported_without_showing_it() {
    vendor.on(life.submit(), life.unauthorized());

    assertThat(failure().kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void a_429_waits_as_long_as_the_vendor_asks_and_then_goes_through() {
    Instant start = clock.now();
    vendor.on(
        life.submit(), life.limited().header("Retry-After", "7"), life.replies(life.submit())[0]);

    make();

    assertThat(submissions()).isEqualTo(2);
    assertThat(Duration.between(start, clock.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_429_that_stays_is_reported_as_such() {
    vendor.on(life.submit(), life.limited().header("Retry-After", "7"));

    MediaException failure = failure();

    assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
    assertThat(failure.billing()).isEqualTo(Billing.NONE);
  }

  @Test
  void a_500_on_submit_is_not_tried_again_unless_that_is_safe() {
    Repeat repeat = repeat();
    int before = submissions();
    vendor.on(life.submit(), Reply.json(500, "{}"));

    MediaException failure = failure();

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(failure.httpStatus()).hasValue(500);
    assertThat(submissions() - before).isEqualTo(repeat == Repeat.SAFE ? 3 : 1);
  }

  @Test
  void garbage_on_submit_is_reported_and_not_paid_for_twice() {
    vendor.on(life.submit(), Reply.garbage());

    MediaException failure = failure();

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void a_connection_cut_on_submit_never_leads_to_a_second_job() {
    Repeat repeat = repeat();
    int before = submissions();
    vendor.on(life.submit(), Reply.cut(), life.replies(life.submit())[0]);

    if (repeat == Repeat.SAFE) {
      make();
      assertThat(submissions() - before).isEqualTo(2);
    } else if (repeat == Repeat.NEVER) {
      assertThat(failure()).isInstanceOf(SubmissionUnknownException.class);
      assertThat(submissions() - before).isEqualTo(1);
    }
  }

  @Test
  void a_vendor_that_never_answers_the_submission_leaves_it_unknown() {
    life.lookUp().ifPresent(look -> vendor.on(look.route(), Reply.json(500, "{}")));
    vendor.on(life.submit(), Reply.stall());

    // A synchronous vendor has until the deadline, so the deadline has to be near.
    MediaException failure = failure(within("PT0.3S"));

    assertThat(failure).isInstanceOf(SubmissionUnknownException.class);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @Test
  void a_submission_without_an_answer_is_looked_for_as_declared() {
    Repeat repeat = repeat();
    assertThat(life.lookUp().isPresent())
        .as("the life tells how the vendor answers a look-up")
        .isEqualTo(repeat == Repeat.AFTER_LOOKUP);
    life.lookUp()
        .ifPresent(
            look -> {
              int before = submissions();
              looks(look, look.found());
              vendor.on(life.submit(), Reply.cut());
              make();
              assertThat(submissions() - before).as("it was found").isEqualTo(1);

              before = submissions();
              looks(look, look.nothing());
              vendor.on(life.submit(), Reply.cut(), life.replies(life.submit())[0]);
              make();
              assertThat(submissions() - before).as("there was nothing").isEqualTo(2);
            });
  }

  /** The look-up may well be the same call as the poll, which follows. */
  private void looks(Life.LookUp look, Reply first) {
    vendor.on(
        look.route(),
        Stream.concat(Stream.of(first), Stream.of(life.replies(look.route())))
            .toArray(Reply[]::new));
  }

  @Test
  void a_submission_that_is_sent_elsewhere_is_not_followed() {
    vendor.on(life.submit(), Reply.redirect(307, "{cdn}/elsewhere"));

    assertThat(failure().kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(vendor.calls()).noneMatch(call -> call.target().startsWith("/elsewhere"));
  }
}
