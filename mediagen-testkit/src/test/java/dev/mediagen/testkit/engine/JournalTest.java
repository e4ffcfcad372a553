// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.Recovery;
import dev.mediagen.Secret;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.store.JobStore;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Jobs in a journal file. It stays behind in {@code target}, to be searched for keys. */
class JournalTest {
  private static final Path JOURNAL = Path.of("target", "journals", "run.journal");

  @AutoClose private final Bench bench = new Bench().usual();

  private MediaClient client() {
    TinyAdapter adapter =
        TinyAdapter.of(
                new TinyOperation()
                    .submits(
                        task ->
                            HttpCall.post("/jobs")
                                .json(task.fields().put("hook", task.callback().toString()))))
            .info(
                info ->
                    info.auth(new Auth.Query("key", "{key}")).webhooks(Webhooks.unsigned("/id")));
    return bench.open(
        bench
            .builder(adapter)
            .callback(
                "https://app.example/hooks", Secret.of("a-key-for-addresses-0123456789-0123456789"))
            .store(JobStore.journal(JOURNAL)));
  }

  @Test
  void a_job_in_a_journal_is_finished_by_the_next_client() throws IOException {
    Files.createDirectories(JOURNAL.getParent());
    Files.deleteIfExists(JOURNAL);
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    MediaClient first = client();
    bench.clock().await(first.submit(image().build()));
    first.close();
    bench.usual();

    MediaClient second = client();
    Recovery recovery = bench.clock().await(second.recover());

    assertThat(bench.clock().await(recovery.jobs().get(0).result()).assets()).hasSize(1);
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
    assertThat(Files.size(JOURNAL)).isPositive();
  }
}
