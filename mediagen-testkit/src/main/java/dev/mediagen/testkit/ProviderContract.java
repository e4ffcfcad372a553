// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.CancelOutcome;
import dev.mediagen.Explanation;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.Setting;
import dev.mediagen.transcript.TranscriptResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every adapter owes the engine, over real sockets. A test class gives the adapter and the
 * {@link Life} of a job; everything here follows from these and from what the adapter declares:
 * what is declared must work, what is not must be refused without a call.
 *
 * <pre>{@code
 * class ToyContractTest extends ProviderContract {
 *   ToyContractTest() {
 *     super(new ToyProvider(), Life.of(request).submit("POST /jobs", Reply.json("{...}")));
 *   }
 * }
 * }</pre>
 */
public abstract class ProviderContract {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final ProviderAdapter adapter;
  private final Life life;
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final FakeClock clock = new FakeClock();
  private final MediaClient client;

  /** The contract for one adapter and the life of one job. */
  protected ProviderContract(ProviderAdapter adapter, Life life) {
    this.adapter = adapter;
    this.life = life;
    this.client = builder().build();
    life.play(vendor);
  }

  @AfterEach
  void closeAll() {
    client.close();
    vendor.close();
  }

  private MediaClientBuilder builder() {
    return vendor.client(clock, adapter).replyTimeout(SHORT);
  }

  private MediaResult make() {
    return make(life.request());
  }

  private MediaResult make(MediaRequest<?> request) {
    return clock.await(client.generate(request));
  }

  private MediaException failure() {
    return failure(life.request());
  }

  private MediaException failure(MediaRequest<?> request) {
    MediaException failure = catchThrowableOfType(MediaException.class, () -> make(request));
    assertThat(failure).as("the request should have failed").isNotNull();
    assertThat(failure.details().provider()).hasValue(adapter.info().id());
    assertThat(failure.model()).hasValue(request.model());
    secrets().forEach(secret -> assertThat(failure).hasMessageNotContaining(secret));
    return failure;
  }

  private List<String> secrets() {
    return adapter.info().settings().stream()
        .filter(Setting::secret)
        .map(ScriptedVendor::value)
        .toList();
  }

  private int submissions() {
    return vendor.calls(life.submit()).size();
  }

  /** What the operation that serves the request promises; it takes a submission to find out. */
  private Repeat repeat() {
    JobHandle handle = clock.await(client.submit(life.request())).handle();
    return Objects.requireNonNull(adapter.operations().get(handle.operation())).repeat();
  }

  @Test
  void success_gives_readable_outputs_and_the_calls_are_as_documented() throws IOException {
    MediaResult result = make();

    if (result instanceof TranscriptResult transcript) {
      assertThat(transcript.text()).isNotBlank();
    } else {
      assertThat(result.assets()).isNotEmpty();
    }
    for (MediaAsset asset : result.assets()) {
      assertThat(asset.bytes()).isNotEmpty();
      assertThat(asset.mediaType()).doesNotContain("octet-stream");
    }
    assertThat(submissions()).isEqualTo(1);
    noKeyLeftTheHouse();
    Golden.check(getClass().getSimpleName() + ".http", Transcript.of(vendor));
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
  void a_failed_job_says_why() {
    Life.Bad bad = life.failed().orElseThrow();
    vendor.on(bad.route(), bad.reply());

    MediaException failure = failure();

    assertThat(failure.kind()).isEqualTo(bad.kind());
    assertThat(failure.details().vendorMessage()).isPresent();
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void moderation_is_a_kind_of_its_own_and_not_retried() {
    Life.Bad bad = life.moderated().orElseThrow();
    vendor.on(bad.route(), bad.reply());

    MediaException failure = failure();

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONTENT_FILTERED);
    assertThat(failure.retryable()).isFalse();
    assertThat(submissions()).isEqualTo(1);
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
    vendor.on(life.submit(), Reply.stall());

    // A synchronous vendor has until the deadline, so the deadline has to be near.
    MediaException failure = failure(within("PT0.3S"));

    assertThat(failure).isInstanceOf(SubmissionUnknownException.class);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
  }

  private MediaRequest<?> within(String timeout) {
    String json = life.request().toJson();
    return MediaRequest.fromJson(
        json.substring(0, json.length() - 1) + ",\"timeout\":\"" + timeout + "\"}");
  }

  @Test
  void a_job_that_never_ends_times_out_and_keeps_its_handle() {
    if (life.poll().isEmpty()) {
      return;
    }
    vendor.on(life.poll().get(), life.replies(life.poll().get())[0]);

    MediaException failure = failure(within("PT1M"));

    assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(failure.handle()).isPresent();
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void a_poll_that_fails_now_and_then_does_no_harm() {
    if (life.poll().isEmpty()) {
      return;
    }
    Reply[] polls = life.replies(life.poll().get());
    vendor.on(
        life.poll().get(),
        Reply.json(500, "{}"),
        Reply.cut(),
        Reply.garbage(),
        Reply.json(429, "{}").header("Retry-After", "3"),
        polls[polls.length - 1]);

    assertThat(make().jobs()).isNotEmpty();
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void a_job_is_found_again_by_its_handle_from_another_process() {
    MediaJob<?> job = clock.await(client.submit(life.request()));
    String json = job.handle().toJson();
    secrets().forEach(secret -> assertThat(json).doesNotContain(secret));

    try (MediaClient other = builder().build()) {
      JobHandle handle = JobHandle.fromJson(json);
      if (life.poll().isPresent()) {
        assertThat(clock.await(other.resume(handle).result()).jobs()).isNotEmpty();
      } else {
        assertThatThrownBy(() -> other.resume(handle)).isInstanceOf(MediaException.class);
      }
    }
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void cancelling_is_done_or_declined_as_declared() {
    life.poll().ifPresent(poll -> vendor.on(poll, life.replies(poll)[0]));
    MediaJob<?> job = clock.await(client.submit(life.request()));
    int before = othersThanPolls();

    CancelOutcome outcome = clock.await(job.cancel());

    if (life.cancel().isPresent()) {
      assertThat(outcome).isEqualTo(CancelOutcome.CANCELED);
      List<RecordedCall> cancels = vendor.calls(life.cancel().get());
      assertThat(cancels).hasSize(1);
      Golden.check(getClass().getSimpleName() + ".cancel.http", Transcript.of(cancels, vendor));
      assertThatThrownBy(() -> clock.await(job.result()))
          .isInstanceOf(MediaException.class)
          .extracting(e -> ((MediaException) e).kind())
          .isEqualTo(ErrorKind.CANCELED);
    } else {
      assertThat(outcome).isNotEqualTo(CancelOutcome.CANCELED);
      assertThat(othersThanPolls()).isEqualTo(before);
    }
    assertThat(submissions()).isEqualTo(1);
  }

  /** A poll may be on its way at any time. */
  private int othersThanPolls() {
    return vendor.calls().size() - life.poll().map(poll -> vendor.calls(poll).size()).orElse(0);
  }

  @Test
  void a_submission_that_is_sent_elsewhere_is_not_followed() {
    vendor.on(life.submit(), Reply.redirect(307, "{cdn}/elsewhere"));

    assertThat(failure().kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(vendor.calls()).noneMatch(call -> call.target().startsWith("/elsewhere"));
  }

  @Test
  void a_redirect_to_a_foreign_host_never_carries_the_key() {
    List<String> questions =
        life.routes().stream()
            .filter(r -> r.startsWith("GET ") && !r.equals(life.submit()))
            .toList();
    for (String route : questions) {
      Reply[] replies = life.replies(route);
      vendor.on("GET /moved", replies[replies.length - 1]);
      vendor.on(route, Reply.redirect(302, "{cdn}/moved"));
      CompletableFuture<? extends MediaResult> result = client.generate(life.request());
      try {
        for (MediaAsset asset : clock.await(result).assets()) {
          asset.bytes();
        }
      } catch (MediaException | IOException e) {
        throw new AssertionError("a redirect of " + route + " was not followed", e);
      }
      assertThat(vendor.calls()).anyMatch(RecordedCall::foreign);
      vendor.on(route, replies);
    }
    noKeyLeftTheHouse();
  }

  private void noKeyLeftTheHouse() {
    for (RecordedCall call : vendor.calls()) {
      if (call.foreign()) {
        for (String secret : secrets()) {
          assertThat(call.headers().toString() + call.target()).doesNotContain(secret);
        }
      }
    }
  }
}
