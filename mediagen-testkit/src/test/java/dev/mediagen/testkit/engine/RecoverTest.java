// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobIntent;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaResult;
import dev.mediagen.Recovery;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.store.JobRecord;
import dev.mediagen.store.JobStore;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is left of jobs when their process dies, and what the next process makes of it. */
class RecoverTest {
  @AutoClose private final Bench bench = new Bench().usual();

  private final Shelf shelf = new Shelf();

  /** A store that outlives its clients, as a file does. */
  private static final class Shelf implements JobStore {
    private final JobStore inner = JobStore.inMemory();
    private final List<String> events = new ArrayList<>();
    private final CompletableFuture<Void> removed = new CompletableFuture<>();
    private boolean broken;

    @Override
    public CompletableFuture<Void> save(JobRecord record) {
      events.add(record.handle().isPresent() ? "accepted" : "intent");
      return broken
          ? CompletableFuture.failedFuture(new IllegalStateException("the disk is full"))
          : inner.save(record);
    }

    @Override
    public void remove(String id) {
      events.add("removed");
      inner.remove(id);
      removed.complete(null);
    }

    @Override
    public List<JobRecord> records() {
      return inner.records();
    }

    @Override
    public void close() {}
  }

  private MediaClient client(ProviderAdapter adapter) {
    return bench.open(bench.builder(adapter).store(shelf).retries(0));
  }

  private MediaClient client() {
    return client(TinyAdapter.usual());
  }

  /** Records go after the result has been delivered, so a test has to wait for that. */
  private void nothingIsLeft() {
    bench.clock().await(shelf.removed);
    assertThat(shelf.records()).isEmpty();
  }

  private Recovery recovered(MediaClient client) {
    return bench.clock().await(client.recover());
  }

  @Test
  void the_intent_is_kept_before_the_call_the_handle_after_it_and_nothing_after_the_result() {
    List<String> seen = new ArrayList<>();
    MediaClient client =
        client(
            TinyAdapter.of(
                new TinyOperation()
                    .submits(
                        task -> {
                          seen.addAll(shelf.events);
                          return dev.mediagen.spi.HttpCall.post("/jobs").json(task.fields());
                        })));

    bench.make(client);

    assertThat(seen).containsExactly("intent");
    nothingIsLeft();
    assertThat(shelf.events).containsExactly("intent", "accepted", "removed");
  }

  @Test
  void what_a_program_does_when_the_result_comes_happens_before_the_record_goes() {
    List<Integer> left = new ArrayList<>();

    bench
        .clock()
        .await(
            client().generate(image().build()).thenAccept(r -> left.add(shelf.records().size())));

    assertThat(left).containsExactly(1);
    nothingIsLeft();
  }

  @Test
  void a_job_left_behind_is_followed_to_its_end_and_not_submitted_again() {
    MediaClient first = client();
    bench.clock().await(first.submit(image().build()));
    first.close();
    MediaClient second = client();

    Recovery recovery = recovered(second);
    MediaResult result = bench.clock().await(recovery.jobs().get(0).result());

    assertThat(result.assets()).hasSize(1);
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
    nothingIsLeft();
    assertThat(recovery.unknown()).isEmpty();
    assertThat(recovery.failures()).isEmpty();
  }

  @Test
  void recovering_twice_follows_a_job_once() {
    MediaClient first = client();
    bench.clock().await(first.submit(image().build()));
    first.close();
    MediaClient second = client();

    assertThat(recovered(second).jobs()).hasSize(1);
    assertThat(recovered(second).jobs()).isEmpty();
  }

  @Test
  void a_job_that_this_client_follows_already_is_not_recovered() {
    MediaClient client = client();
    bench.clock().await(client.submit(image().build()));

    assertThat(recovered(client).jobs()).isEmpty();
  }

  private JobIntent intentOfADeadProcess(ProviderAdapter adapter) {
    bench.vendor().on("POST /jobs", Reply.cut());
    MediaClient first = client(adapter);
    bench.failure(first);
    first.close();
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    assertThat(shelf.records()).hasSize(1);
    return shelf.records().get(0).intent();
  }

  @Test
  void a_submission_without_an_answer_is_told_as_unknown_and_never_made_again() {
    JobIntent intent = intentOfADeadProcess(TinyAdapter.usual());

    Recovery recovery = recovered(client());

    SubmissionUnknownException unknown = recovery.unknown().get(0);
    assertThat(unknown.clientId()).isEqualTo(intent.clientId());
    assertThat(unknown.sentAt()).isEqualTo(intent.createdAt());
    assertThat(unknown.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  @Test
  void an_unknown_submission_stays_until_it_is_forgotten() {
    JobIntent intent = intentOfADeadProcess(TinyAdapter.usual());
    MediaClient client = client();

    assertThat(recovered(client).unknown()).hasSize(1);
    assertThat(recovered(client).unknown()).hasSize(1);
    client.forget(intent.clientId());
    assertThat(recovered(client).unknown()).isEmpty();
  }

  private TinyAdapter looksUp() {
    return TinyAdapter.of(new TinyOperation().repeats(Repeat.AFTER_LOOKUP));
  }

  @Test
  void where_the_vendor_can_be_asked_a_lost_submission_is_found_again() {
    bench.vendor().on("GET /find", Reply.cut());
    JobIntent intent = intentOfADeadProcess(looksUp());
    bench.vendor().on("GET /find", json("{'id':'j1'}"));

    Recovery recovery = recovered(client(looksUp()));

    assertThat(recovery.jobs()).hasSize(1);
    assertThat(recovery.jobs().get(0).handle().clientId()).hasValue(intent.clientId());
    assertThat(bench.clock().await(recovery.jobs().get(0).result()).assets()).hasSize(1);
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
    nothingIsLeft();
  }

  @Test
  void where_the_vendor_says_that_nothing_came_of_it_the_submission_is_told_as_not_sent() {
    bench.vendor().on("GET /find", Reply.cut());
    JobIntent intent = intentOfADeadProcess(looksUp());
    bench.vendor().on("GET /find", json("{}"));

    Recovery recovery = recovered(client(looksUp()));

    assertThat(recovery.notSent()).containsExactly(intent);
    nothingIsLeft();
  }

  @Test
  void where_the_vendor_cannot_answer_now_nothing_is_lost() {
    bench.vendor().on("GET /find", Reply.cut());
    intentOfADeadProcess(looksUp());
    bench.vendor().on("GET /find", Reply.empty(503));

    Recovery recovery = recovered(client(looksUp()));

    assertThat(recovery.failures()).hasSize(1);
    assertThat(recovery.failures().get(0).kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(shelf.records()).hasSize(1);
  }

  @Test
  void without_the_adapter_a_job_stays_where_it_is_and_is_told() {
    MediaClient first = client();
    bench.clock().await(first.submit(image().build()));
    first.close();

    Recovery recovery = recovered(client(TinyAdapter.usual().id("other")));

    assertThat(recovery.failures()).hasSize(1);
    assertThat(recovery.failures().get(0)).hasMessageContaining("no provider tiny");
    assertThat(shelf.records()).hasSize(1);
  }

  @Test
  void when_the_submission_cannot_be_written_down_nothing_is_sent() {
    shelf.broken = true;

    MediaException failure = bench.failure(client());

    assertThat(failure).hasMessageContaining("nothing was sent: the disk is full");
    assertThat(failure.billing()).isEqualTo(Billing.NONE);
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  @Test
  void a_store_that_breaks_after_the_submission_does_not_cost_the_job() {
    MediaClient client =
        client(
            TinyAdapter.of(
                new TinyOperation()
                    .onSubmits(
                        (task, reply) -> {
                          shelf.broken = true;
                          return dev.mediagen.spi.JobUpdate.accepted("j1").build();
                        })));

    assertThat(bench.make(client).assets()).hasSize(1);
  }

  @Test
  void a_job_that_only_took_too_long_here_stays_for_the_next_process() {
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));

    assertThat(bench.failure(client()).kind()).isEqualTo(ErrorKind.TIMEOUT);

    assertThat(shelf.records()).hasSize(1);
    assertThat(shelf.records().get(0).handle()).isPresent();
  }

  @Test
  void a_job_that_failed_at_the_vendor_is_not_kept() {
    bench.vendor().on("GET /jobs/*", json("{'state':'broken'}"));

    assertThat(bench.failure(client()).kind()).isEqualTo(ErrorKind.FAILED);

    nothingIsLeft();
  }

  @Test
  void a_refused_submission_is_not_kept() {
    bench.vendor().on("POST /jobs", Reply.empty(400));

    bench.failure(client());

    assertThat(shelf.events).containsExactly("intent", "removed");
  }
}
