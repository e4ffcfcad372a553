// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Credentials;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.ProviderSettings;
import dev.mediagen.Secret;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Keys that change, keys that are refused, accounts beside each other. */
class KeysTest {
  @AutoClose private final Bench bench = new Bench().usual();

  /** Gives the old key until it is told that the vendor refuses it. */
  private static final class Vault implements Credentials {
    private final List<String> refused = new ArrayList<>();
    private final String next;
    private String key = "old-key-1234";

    Vault(String next) {
      this.next = next;
    }

    @Override
    public Optional<Secret> get(String setting) {
      return Optional.of(Secret.of(key));
    }

    @Override
    public void refused(String setting) {
      refused.add(setting);
      key = next;
    }
  }

  private MediaClient client(Consumer<ProviderSettings> settings) {
    return bench.open(
        MediaClient.builder()
            .discover(false)
            .adapter(TinyAdapter.usual())
            .clock(bench.clock())
            .executor(Runnable::run)
            .environment(Map.of())
            .retries(0)
            .provider("tiny", p -> settings.accept(p.baseUrl(bench.vendor().base()))));
  }

  private List<String> keys(String route) {
    return bench.vendor().calls(route).stream().map(KeysTest::key).toList();
  }

  private static String key(RecordedCall call) {
    return call.header("Authorization").orElseThrow().replace("Bearer ", "");
  }

  @Test
  void a_refused_key_is_asked_for_once_more_and_the_call_made_with_the_new_one() {
    Vault vault = new Vault("new-key-1234");
    bench.vendor().on("POST /jobs", Reply.empty(401), json("{'id':'j1'}"));

    assertThat(bench.make(client(p -> p.credentials(vault))).assets()).hasSize(1);

    assertThat(keys("POST /jobs")).containsExactly("old-key-1234", "new-key-1234");
    assertThat(vault.refused).containsExactly("key");
  }

  @Test
  void a_key_that_stays_the_same_is_not_tried_twice() {
    Vault vault = new Vault("old-key-1234");
    bench.vendor().on("POST /jobs", Reply.empty(401));

    MediaException failure = bench.failure(client(p -> p.credentials(vault)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(keys("POST /jobs")).containsExactly("old-key-1234");
  }

  @Test
  void two_refusals_are_enough() {
    Vault vault = new Vault("new-key-1234");
    bench.vendor().on("POST /jobs", Reply.empty(401));

    MediaException failure = bench.failure(client(p -> p.credentials(vault)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(keys("POST /jobs")).hasSize(2);
  }

  @Test
  void a_key_that_is_replaced_in_the_middle_of_a_job_does_not_end_it() {
    Vault vault = new Vault("new-key-1234");
    bench
        .vendor()
        .on("GET /jobs/*", Reply.empty(401), json("{'state':'done','url':'{cdn}/a.png'}"));

    assertThat(bench.make(client(p -> p.credentials(vault))).assets()).hasSize(1);

    assertThat(keys("GET /jobs/*")).containsExactly("old-key-1234", "new-key-1234");
  }

  @Test
  void one_setting_said_plainly_wins_over_the_source_of_all() {
    bench.make(client(p -> p.credentials(new Vault("x")).apiKey("plain-key-1234")));

    assertThat(keys("POST /jobs")).containsExactly("plain-key-1234");
  }

  private MediaClient twoAccounts() {
    return client(
        p ->
            p.account("a", a -> a.apiKey("key-of-a-1234"))
                .account("b", b -> b.apiKey("key-of-b-1234")));
  }

  @Test
  void a_job_is_followed_with_the_key_that_paid_for_it() {
    MediaClient client = twoAccounts();
    JobHandle handle = bench.clock().await(client.submit(image().build())).handle();

    JobHandle other = handle.toBuilder().account("b").build();
    bench.clock().await(client.status(other));

    assertThat(keys("POST /jobs")).containsExactly("key-of-a-1234");
    assertThat(keys("GET /jobs/*")).contains("key-of-b-1234");
    assertThat(handle.account()).hasValue("a");
    assertThat(handle.toJson()).doesNotContain("key-of");
  }

  @Test
  void an_account_without_credit_rests_and_the_other_pays() {
    MediaClient client = twoAccounts();
    bench.vendor().on("POST /jobs", json(402, "{}"), json("{'id':'j1'}"));

    JobHandle first = bench.clock().await(client.submit(image().build())).handle();
    JobHandle second = bench.clock().await(client.submit(image().build())).handle();

    assertThat(keys("POST /jobs"))
        .containsExactly("key-of-a-1234", "key-of-b-1234", "key-of-b-1234");
    assertThat(first.account()).hasValue("b");
    assertThat(second.account()).hasValue("b");
  }

  @Test
  void accounts_take_turns() {
    MediaClient client = twoAccounts();
    bench.clock().await(client.submit(image().build()));
    bench.clock().await(client.submit(image().build()));

    assertThat(keys("POST /jobs")).containsExactly("key-of-a-1234", "key-of-b-1234");
  }

  @Test
  void when_no_account_has_credit_each_was_asked_once() {
    MediaClient client = twoAccounts();
    bench.vendor().on("POST /jobs", json(402, "{}"));

    assertThat(bench.failure(client).kind()).isEqualTo(ErrorKind.INSUFFICIENT_CREDITS);

    assertThat(keys("POST /jobs")).containsExactly("key-of-a-1234", "key-of-b-1234");
  }

  @Test
  void a_refused_prompt_is_not_tried_at_another_account() {
    MediaClient client = twoAccounts();
    bench.vendor().on("POST /jobs", json(400, "{}"));

    bench.failure(client);

    assertThat(keys("POST /jobs")).hasSize(1);
  }

  @Test
  void a_handle_of_an_account_that_is_not_known_says_which_are() {
    MediaClient client = twoAccounts();
    JobHandle handle = bench.clock().await(client.submit(image().build())).handle();

    MediaException failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            MediaException.class, () -> client.status(handle.toBuilder().account("c").build()));

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNCONFIGURED);
    assertThat(failure).hasMessageContaining("no account c; there are [a, b]");
  }
}
