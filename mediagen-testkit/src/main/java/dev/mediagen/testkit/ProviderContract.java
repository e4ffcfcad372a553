// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaResult;
import dev.mediagen.Recovery;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.store.JobStore;
import dev.mediagen.transcript.TranscriptResult;
import dev.mediagen.webhook.WebhookAnswer;
import dev.mediagen.webhook.WebhookDelivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
public abstract class ProviderContract extends FollowContract {
  /** The contract for one adapter and the life of one job. */
  protected ProviderContract(ProviderAdapter adapter, Life life) {
    super(adapter, life);
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
  void a_job_left_behind_by_a_dead_process_is_finished_by_the_next() {
    JobStore store = JobStore.inMemory();
    // Nothing may end the job before its process dies.
    life.poll().ifPresent(poll -> vendor.on(poll, life.replies(poll)[0]));
    try (MediaClient first = builder().store(store).build()) {
      clock.await(first.submit(life.request()));
    }
    life.poll().ifPresent(poll -> vendor.on(poll, life.replies(poll)));

    try (MediaClient second = builder().store(store).build()) {
      Recovery recovery = clock.await(second.recover());

      assertThat(recovery.unknown()).isEmpty();
      assertThat(recovery.failures()).isEmpty();
      assertThat(recovery.jobs()).hasSize(life.poll().isPresent() ? 1 : 0);
      recovery.jobs().forEach(job -> assertThat(clock.await(job.result()).jobs()).isNotEmpty());
    }
    assertThat(submissions()).isEqualTo(1);
  }

  private boolean sendsWebhooks() {
    return adapter.info().webhooks().isPresent();
  }

  @Test
  void the_vendor_is_given_an_address_for_webhooks_if_it_is_declared_to_send_them() {
    boolean sends;
    try (MediaClient listening = builder().callback("https://hooks.example/{provider}").build()) {
      JobHandle job = clock.await(listening.submit(life.request())).handle();
      sends =
          sendsWebhooks()
              && Objects.requireNonNull(adapter.operations().get(job.operation())).webhooks();
    }

    RecordedCall submission = vendor.calls(life.submit()).get(0);
    String sent = submission.target() + new String(submission.body(), StandardCharsets.ISO_8859_1);
    if (life.poll().isPresent() && sends) {
      assertThat(sent).contains("hooks.example");
    } else {
      assertThat(sent).doesNotContain("hooks.example");
    }
  }

  @Test
  void a_webhook_that_is_not_the_vendors_changes_nothing() {
    WebhookAnswer answer =
        client
            .webhooks()
            .receive(
                adapter.info().id(),
                WebhookDelivery.of(Map.of(), "{}".getBytes(StandardCharsets.UTF_8)))
            .orTimeout(10, TimeUnit.SECONDS)
            .join();

    assertThat(answer.outcome()).isEqualTo(WebhookAnswer.Outcome.REFUSED);
    assertThat(answer.status()).isEqualTo(sendsWebhooks() ? 401 : 404);
    assertThat(submissions()).isZero();
  }

  @Test
  void an_event_stream_is_opened_if_there_is_one_and_leads_to_the_end() {
    try (MediaClient listening = builder().eventStreams(1).build()) {
      MediaJob<?> job = withoutTime(listening.submit(life.request()));
      if (life.stream().isPresent()) {
        assertThat(withoutTime(job.result()).jobs()).isNotEmpty();
        assertThat(vendor.calls(life.stream().get())).hasSize(1);
        // Not one question was needed to know that the job is done.
        life.poll().ifPresent(poll -> assertThat(vendor.calls(poll)).isEmpty());
      } else {
        assertThat(clock.await(job.result()).jobs()).isNotEmpty();
        assertThat(vendor.calls())
            .noneMatch(
                call -> call.header("Accept").filter("text/event-stream"::equals).isPresent());
      }
    }
    assertThat(submissions()).isEqualTo(1);
  }

  /** The clock stands still: only what is due now happens, such as further stages. */
  private <T> T withoutTime(CompletableFuture<T> future) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!future.isDone() && System.nanoTime() < patience) {
      clock.advance(Duration.ZERO);
      Thread.onSpinWait();
    }
    assertThat(future).as("it should have happened without time going by").isCompleted();
    return future.join();
  }
}
