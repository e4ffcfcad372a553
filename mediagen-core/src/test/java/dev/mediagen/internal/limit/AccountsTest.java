// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mediagen.Limits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Limits FREE = Limits.none();

  private final ManualClock clock = new ManualClock();
  private final Map<String, Gate> gates = new LinkedHashMap<>();

  private Accounts accounts(Limits... all) {
    for (Limits limits : all) {
      String alias = "abc".substring(gates.size(), gates.size() + 1);
      gates.put(alias, new Gate(new Account("fal", alias), limits, clock, () -> 0L));
    }
    return new Accounts(clock, gates);
  }

  private static Limits jobs(int most) {
    return Limits.builder().jobsInFlight(most).build();
  }

  private Gate gate(String alias) {
    return Objects.requireNonNull(gates.get(alias));
  }

  private static List<String> next(Accounts accounts, int times) {
    return Stream.generate(accounts::next).limit(times).toList();
  }

  private void enter(String alias, int times) {
    for (int i = 0; i < times; i++) {
      gate(alias).enter(clock.now().plusSeconds(3600));
    }
  }

  @Test
  void equals_take_turns() {
    assertThat(next(accounts(FREE, FREE, FREE), 5)).containsExactly("a", "b", "c", "a", "b");
  }

  @Test
  void the_one_with_the_fewest_jobs_for_its_limit_is_next() {
    Accounts accounts = accounts(jobs(2), jobs(10));
    enter("a", 1); // half full
    enter("b", 4); // less than half

    assertThat(next(accounts, 2)).containsExactly("b", "b");
    enter("b", 2);
    assertThat(accounts.next()).isEqualTo("a");
  }

  @Test
  void who_finds_all_full_waits_in_the_shorter_line() {
    Accounts accounts = accounts(jobs(1), jobs(1));
    enter("a", 3);
    enter("b", 2);

    assertThat(accounts.next()).isEqualTo("b");
  }

  @Test
  void one_that_cools_down_or_is_not_reachable_is_passed_over() {
    Accounts accounts = accounts(FREE, FREE, FREE);
    gate("a").coolDown(Optional.of(Duration.ofSeconds(5)));
    for (int i = 0; i < 5; i++) {
      gate("b").failed();
    }

    assertThat(next(accounts, 2)).containsExactly("c", "c");
    clock.advance(Duration.ofSeconds(5));
    assertThat(next(accounts, 2)).containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void one_without_credit_is_set_aside_for_a_while() {
    Accounts accounts = accounts(FREE, FREE);
    accounts.cool("a", "no credit left", Duration.ofMinutes(10));
    accounts.cool("a", "no credit left", Duration.ofMinutes(1));

    assertThat(next(accounts, 3)).containsExactly("b", "b", "b");
    clock.advance(Duration.ofMinutes(10));
    assertThat(next(accounts, 2)).containsExactly("a", "b");
  }

  @Test
  void when_none_can_be_used_it_is_the_one_that_can_be_used_first() {
    Accounts accounts = accounts(FREE, FREE, FREE);
    accounts.cool("a", "key refused", Duration.ofMinutes(10));
    gate("b").coolDown(Optional.of(Duration.ofSeconds(20)));
    gate("c").coolDown(Optional.of(Duration.ofSeconds(40)));

    assertThat(next(accounts, 2)).containsExactly("b", "b");
  }

  @Test
  void an_account_that_is_not_there_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts(jobs(1)).cool("z", "key refused", Duration.ofMinutes(10)))
        .withMessage("no account z");
    assertThatIllegalArgumentException().isThrownBy(() -> new Accounts(clock, Map.of()));
  }
}
