// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaResult;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.ProviderAdapter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What an adapter owes the engine while the vendor works on the job. */
abstract class FollowContract extends SubmitContract {
  FollowContract(ProviderAdapter adapter, Life life) {
    super(adapter, life);
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

  /** A poll may come at any time, between one look and the next too. */
  private int othersThanPolls() {
    while (true) {
      int all = vendor.calls().size();
      int polls = life.poll().map(poll -> vendor.calls(poll).size()).orElse(0);
      if (vendor.calls().size() == all) {
        return all - polls;
      }
    }
  }

  @Test
  void a_redirect_to_a_foreign_host_never_carries_the_key() {
    List<String> questions =
        life.routes().stream()
            .filter(r -> r.startsWith("GET ") && !r.equals(life.submit()))
            .filter(r -> life.stream().filter(r::equals).isEmpty())
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
}
