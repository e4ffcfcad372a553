// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.webhook;

import static dev.mediagen.testkit.webhook.SignedCase.BODY;
import static dev.mediagen.testkit.webhook.SignedCase.NOW;
import static dev.mediagen.testkit.webhook.SignedCase.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mediagen.Secret;
import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookScheme.Keys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every scheme. */
class SignedDeliveriesTest {
  /** What means something to some parser, and what no parser likes. */
  private static final String ODD = "\u0000 .,;:=&+{}[]\"\\9é\uD800-";

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void what_a_vendor_signs_is_genuine(SignedCase signed) {
    assertThat(signed.verdict(signed.delivery()).reason()).isEqualTo("the proof holds");
    assertThat(signed.verdict(signed.delivery()).genuine()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void what_another_one_signs_is_refused(SignedCase signed) {
    assertThat(signed.verdict(signed.stranger().delivery()).genuine()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void a_changed_body_is_refused_where_the_signature_covers_it(SignedCase signed) {
    byte[] changed = BODY.replace("cdn", "bad").getBytes(StandardCharsets.UTF_8);
    assertThat(signed.verdict(with(signed.delivery(), changed)).genuine())
        .isEqualTo(!signed.scheme().coversBody());
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void a_header_that_is_missing_or_empty_or_nonsense_is_refused(SignedCase signed) {
    WebhookDelivery good = signed.delivery();
    // Only these are not part of a proof: a hint which key to try, and an id beside a token.
    List<String> hints =
        signed.name().equals("token") ? List.of("webhook-id") : List.of("X-Vendor-Webhook-Key-Id");
    for (String name : SignedCase.headerNames(good)) {
      if (!hints.contains(name)) {
        assertThat(signed.verdict(with(good, name, "")).genuine()).as("no " + name).isFalse();
        assertThat(signed.verdict(with(good, name, " ")).genuine()).as("blank " + name).isFalse();
        assertThat(signed.verdict(with(good, name, "ä,=.")).genuine()).as("odd " + name).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void a_delivery_is_genuine_to_the_edge_of_its_time_and_no_second_longer(SignedCase signed) {
    boolean ages = signed.past() >= 0;
    long past = ages ? signed.past() : 1_000_000_000;
    assertThat(signed.verdictAt(NOW.plusSeconds(past)).genuine()).isTrue();
    assertThat(signed.verdictAt(NOW.plusSeconds(past + 1)).genuine()).isEqualTo(!ages);
    boolean early = signed.future() >= 0;
    long future = early ? signed.future() : 1_000_000_000;
    assertThat(signed.verdictAt(NOW.minusSeconds(future)).genuine()).isTrue();
    assertThat(signed.verdictAt(NOW.minusSeconds(future + 1)).genuine()).isEqualTo(!early);
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#sharing")
  void the_old_and_the_new_secret_both_hold_while_they_change(SignedCase signed) {
    SignedCase next = signed.stranger();
    Keys both = new Keys(List.of(signed.vendor().secret(), next.vendor().secret()), "", NOW);
    WebhookDelivery old = signed.delivery();
    WebhookDelivery young = next.delivery();
    assertThat(signed.scheme().verify(old, both).genuine()).isTrue();
    assertThat(signed.scheme().verify(young, both).genuine()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void without_a_secret_or_with_an_empty_one_nothing_is_genuine(SignedCase signed) {
    for (List<Secret> secrets : List.of(List.<Secret>of(), List.of(Secret.of("")))) {
      for (String keySet : List.of("", "null", "[]", "{\"keys\":[]}", "{\"keys\":7}", "{")) {
        Keys none = new Keys(secrets, keySet, NOW);
        assertThat(signed.scheme().verify(signed.delivery(), none).genuine()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void neither_a_verdict_nor_a_delivery_shows_what_is_secret(SignedCase signed) {
    WebhookDelivery good = signed.delivery();
    WebhookDelivery late = signed.vendor().deliver(BODY, NOW.minusSeconds(100_000));
    String shown = good + " " + signed.vendor().keys(NOW) + signed.verdict(late);
    String secret = signed.vendor().secret().reveal();
    assertThat(secret.isEmpty() || !shown.contains(secret)).isTrue();
    for (String name : SignedCase.headerNames(good)) {
      if (name.toLowerCase(Locale.ROOT).endsWith("signature")) {
        assertThat(signed.verdict(with(good, name, "x" + good.header(name).orElseThrow())).reason())
            .doesNotContain(good.header(name).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mediagen.testkit.webhook.SignedCase#all")
  void damage_of_any_kind_never_makes_an_exception(SignedCase signed) {
    Random random = new Random(42);
    WebhookDelivery good = signed.delivery();
    List<String> names = SignedCase.headerNames(good);
    for (int i = 0; i < 500; i++) {
      WebhookDelivery bad = with(good, damaged(BODY, random).getBytes(StandardCharsets.UTF_8));
      if (!names.isEmpty()) {
        String name = names.get(random.nextInt(names.size()));
        bad = with(bad, name, damaged(good.header(name).orElseThrow(), random));
      }
      if (random.nextInt(4) == 0) {
        String rest = damaged(good.url().orElseThrow().toString().split("/", 4)[3], random);
        String legal = rest.replaceAll("[^!-~]|[\"<>\\\\^`{|}\\[\\]#%]", "x");
        bad = bad.at(URI.create("https://app.example/" + legal));
      }
      WebhookDelivery delivery = bad;
      assertThatCode(() -> signed.verdict(delivery)).doesNotThrowAnyException();
    }
  }

  /** A text with a few characters changed, taken out, or put in. */
  private static String damaged(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(changed.length() + 1);
      char odd = ODD.charAt(random.nextInt(ODD.length()));
      switch (random.nextInt(3)) {
        case 0 -> changed.insert(at, odd);
        case 1 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(9)));
        default -> changed.replace(at, Math.min(changed.length(), at + 1), String.valueOf(odd));
      }
    }
    return changed.toString();
  }
}
