// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySetsTest {
  private static final URI SOURCE = URI.create("https://vendor.example/jwks.json");
  private static final String OLD = "{\"keys\":[{\"kid\":\"old\"}]}";
  private static final String NEW = "{\"keys\":[{\"kid\":\"new\"}]}";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandClock clock = new HandClock();
  private final List<CompletableFuture<String>> calls = new ArrayList<>();
  private final KeySets sets =
      new KeySets(
          clock,
          source -> {
            CompletableFuture<String> call = new CompletableFuture<>();
            calls.add(call);
            return call;
          });

  @Test
  void a_set_is_fetched_once_and_kept_for_a_day() {
    fetched(OLD);
    clock.advance(DAY.minus(SECOND));
    assertThat(sets.get(SOURCE)).isCompletedWithValue(OLD);
    assertThat(calls).hasSize(1);
    clock.advance(SECOND);
    CompletableFuture<String> next = sets.get(SOURCE);
    assertThat(next).isNotDone();
    calls.get(1).complete(NEW);
    assertThat(next).isCompletedWithValue(NEW);
  }

  @Test
  void fetches_at_the_same_time_are_one() {
    CompletableFuture<String> first = sets.get(SOURCE);
    CompletableFuture<String> second = sets.refreshed(SOURCE);
    assertThat(calls).hasSize(1);
    first.cancel(true);
    calls.get(0).complete(OLD);
    assertThat(second).isCompletedWithValue(OLD);
    assertThat(sets.get(SOURCE)).isCompletedWithValue(OLD);
  }

  @Test
  void an_unknown_key_makes_a_look_but_not_more_than_once_a_minute() {
    fetched(OLD);
    clock.advance(MINUTE.minus(SECOND));
    assertThat(sets.refreshed(SOURCE)).isCompletedWithValue(OLD);
    assertThat(calls).hasSize(1);
    clock.advance(SECOND);
    CompletableFuture<String> next = sets.refreshed(SOURCE);
    calls.get(1).complete(NEW);
    assertThat(next).isCompletedWithValue(NEW);
    assertThat(sets.refreshed(SOURCE)).isCompletedWithValue(NEW);
    assertThat(calls).hasSize(2);
  }

  @Test
  void a_failed_fetch_keeps_the_last_set_and_is_tried_again_after_a_minute() {
    fetched(OLD);
    clock.advance(DAY);
    CompletableFuture<String> next = sets.get(SOURCE);
    calls.get(1).completeExceptionally(new IOException("the line is cut"));
    assertThat(next).isCompletedWithValue(OLD);
    assertThat(sets.get(SOURCE)).isCompletedWithValue(OLD);
    assertThat(calls).hasSize(2);
    clock.advance(MINUTE);
    CompletableFuture<String> later = sets.get(SOURCE);
    calls.get(2).complete(NEW);
    assertThat(later).isCompletedWithValue(NEW);
  }

  @Test
  void what_is_too_large_or_no_key_set_does_not_replace_one() {
    fetched(OLD);
    String huge = "{\"keys\":[\"" + "x".repeat(64 * 1024) + "\"]}";
    for (String answer : List.of(huge, "", "<html>", "{}", "{\"keys\":7}", "[".repeat(9999))) {
      clock.advance(MINUTE);
      CompletableFuture<String> next = sets.refreshed(SOURCE);
      calls.get(calls.size() - 1).complete(answer);
      assertThat(next).isCompletedWithValue(OLD);
    }
    assertThat(calls).hasSize(7);
  }

  @Test
  void without_any_set_the_failure_is_told_and_the_vendor_is_left_alone_for_a_minute() {
    CompletableFuture<String> first = sets.get(SOURCE);
    calls.get(0).completeExceptionally(new IOException("the line is cut"));
    assertThatThrownBy(first::join).hasRootCauseMessage("the line is cut");
    CompletableFuture<String> second = sets.get(SOURCE);
    assertThat(second).isCompletedExceptionally();
    assertThatThrownBy(second::join).hasRootCauseMessage("the line is cut");
    assertThat(calls).hasSize(1);
    clock.advance(MINUTE);
    CompletableFuture<String> next = sets.get(SOURCE);
    calls.get(1).complete(OLD);
    assertThat(next).isCompletedWithValue(OLD);
  }

  @Test
  void a_fetch_that_throws_is_a_fetch_that_failed() {
    KeySets broken =
        new KeySets(
            clock,
            source -> {
              throw new IllegalArgumentException("no such host");
            });
    assertThatThrownBy(() -> broken.get(SOURCE).join()).hasRootCauseMessage("no such host");
  }

  @Test
  void only_the_64_sets_used_last_are_kept() {
    List<URI> sources =
        IntStream.range(0, 64).mapToObj(i -> URI.create("https://" + i + ".example/")).toList();
    fetched(OLD);
    for (URI source : sources.subList(0, 63)) {
      sets.get(source);
      calls.get(calls.size() - 1).complete(NEW);
    }
    assertThat(sets.get(SOURCE)).isCompletedWithValue(OLD);
    sets.get(sources.get(63));
    calls.get(calls.size() - 1).complete(NEW);
    assertThat(sets.get(SOURCE)).isCompletedWithValue(OLD);
    assertThat(sets.get(sources.get(0))).isNotDone();
  }

  private void fetched(String text) {
    CompletableFuture<String> set = sets.get(SOURCE);
    calls.get(0).complete(text);
    assertThat(set).isCompletedWithValue(text);
  }
}
