// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookScheme;
import dev.mediagen.webhook.WebhookSchemes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final WebhookScheme STANDARD = WebhookSchemes.standard("webhook-");
  private static final WebhookScheme BODY = WebhookSchemes.bodyHmac("X-Signature", "");

  @Test
  void a_repeat_is_not_the_first() {
    Deliveries deliveries = new Deliveries();
    assertThat(deliveries.first("a", NOW)).isTrue();
    assertThat(deliveries.first("a", NOW.plusSeconds(5))).isFalse();
    assertThat(deliveries.first("b", NOW)).isTrue();
  }

  @Test
  void one_of_many_at_the_same_time_is_the_first() {
    Deliveries deliveries = new Deliveries();
    assertThat(IntStream.range(0, 1000).parallel().filter(i -> deliveries.first("a", NOW)).count())
        .isEqualTo(1);
  }

  @Test
  void after_its_time_a_delivery_is_forgotten() {
    Deliveries deliveries = new Deliveries(10, Duration.ofHours(1));
    deliveries.first("a", NOW);
    assertThat(deliveries.first("a", NOW.plusSeconds(3600))).isFalse();
    assertThat(deliveries.first("a", NOW.plusSeconds(3601))).isTrue();
  }

  @Test
  void the_oldest_is_forgotten_when_there_are_too_many() {
    Deliveries deliveries = new Deliveries(2, Duration.ofHours(1));
    deliveries.first("a", NOW);
    deliveries.first("b", NOW);
    assertThat(deliveries.first("a", NOW)).isFalse();
    deliveries.first("c", NOW);
    assertThat(deliveries.first("b", NOW)).isFalse();
    assertThat(deliveries.first("a", NOW)).isTrue();
  }

  @Test
  void what_could_not_be_worked_on_may_come_again() {
    Deliveries deliveries = new Deliveries();
    deliveries.first("a", NOW);
    deliveries.forget("a");
    assertThat(deliveries.first("a", NOW)).isTrue();
  }

  @Test
  void the_key_is_the_id_of_the_sender_or_else_the_body() {
    WebhookDelivery one = delivery("msg_1", "x");
    assertThat(Deliveries.key("fal", STANDARD, one))
        .isEqualTo(Deliveries.key("fal", STANDARD, delivery("msg_1", "y")))
        .isNotEqualTo(Deliveries.key("fal", STANDARD, delivery("msg_2", "x")))
        .isNotEqualTo(Deliveries.key("kling", STANDARD, one));
    assertThat(Deliveries.key("fal", BODY, one))
        .isEqualTo(Deliveries.key("fal", BODY, delivery("msg_2", "x")))
        .isNotEqualTo(Deliveries.key("fal", BODY, delivery("msg_1", "y")));
    assertThat(Deliveries.key("fal", STANDARD, delivery("m".repeat(9999), "x")))
        .hasSizeLessThan(100);
  }

  private static WebhookDelivery delivery(String id, String body) {
    return WebhookDelivery.of(Map.of("webhook-id", id), body.getBytes(StandardCharsets.UTF_8));
  }
}
