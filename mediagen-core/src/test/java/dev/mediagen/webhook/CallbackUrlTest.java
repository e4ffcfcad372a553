// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mediagen.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {
  private static final Secret MASTER = Secret.of("0123456789abcdef0123456789abcdef");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final URI BASE = URI.create("https://app.example/cb/luma");

  @Test
  void the_url_has_job_end_and_token() {
    assertThat(CallbackUrl.sign(BASE, "job-42", Instant.ofEpochSecond(1_795_086_400), MASTER))
        .hasScheme("https")
        .hasHost("app.example")
        .hasPath("/cb/luma")
        .hasParameter("job", "job-42")
        .hasParameter("exp", "1795086400")
        .hasParameter("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"job-42", "", "a.1", "a b+c&d=e%f", "ä/ö?#", "𝄞", "exp=1&t=2"})
  void any_text_can_name_the_job(String job) {
    URI url = CallbackUrl.sign(BASE, job, NOW, MASTER);
    assertThat(job(url, NOW)).contains(job);
    assertThat(url.getRawQuery().split("&")).hasSize(3);
  }

  @Test
  void the_base_keeps_its_query() {
    URI url = CallbackUrl.sign(URI.create(BASE + "?tenant=7"), "job-42", NOW, MASTER);
    assertThat(url.getRawQuery()).startsWith("tenant=7&job=job-42&");
    assertThat(job(url, NOW)).contains("job-42");
  }

  @Test
  void the_url_ends_after_its_last_second() {
    URI url = CallbackUrl.sign(BASE, "job-42", NOW, MASTER);
    assertThat(job(url, NOW.plusMillis(999))).contains("job-42");
    assertThat(job(url, NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void a_changed_part_is_refused() {
    String url = CallbackUrl.sign(BASE, "job-42", NOW, MASTER).toString();
    String end = Long.toString(NOW.getEpochSecond());
    for (String changed :
        List.of(
            url.replace("job-42", "job-43"),
            url.replace(end, NOW.getEpochSecond() + 1 + ""),
            url.replace(end, "0" + end),
            url.replace("&t=", "&t=A"),
            url.replaceAll("&t=.*", "&t="),
            url.replaceAll("&t=.*", ""),
            url.replaceAll("&exp=[0-9]*", ""),
            url.replaceAll("job=job-42&", ""),
            url + "&job=job-43",
            url + "&t=A",
            url.replace("job=job-42", "job=%25zz"),
            BASE.toString(),
            "mailto:a@b.example")) {
      assertThat(job(URI.create(changed), NOW)).as(changed).isEmpty();
    }
    assertThat(CallbackUrl.job(WebhookDelivery.of(Map.of(), new byte[0]), MASTER, NOW)).isEmpty();
  }

  /** Both sign the text {@code a.1.<end>}: what is a job must not become part of a time. */
  @Test
  void a_dot_cannot_be_moved_from_the_job_into_the_time() {
    String end = Long.toString(NOW.getEpochSecond());
    String url = CallbackUrl.sign(BASE, "a.1", NOW, MASTER).toString();
    String moved = url.replace("job=a.1", "job=a").replace("exp=" + end, "exp=1." + end);
    assertThat(job(URI.create(moved), NOW)).isEmpty();
  }

  @Test
  void another_master_secret_is_refused_and_an_empty_one_signs_nothing() {
    WebhookDelivery delivery = at(CallbackUrl.sign(BASE, "job-42", NOW, MASTER));
    assertThat(CallbackUrl.job(delivery, Secret.of("other"), NOW)).isEmpty();
    assertThat(CallbackUrl.job(delivery, Secret.of(""), NOW)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallbackUrl.sign(BASE, "job-42", NOW, Secret.of("")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?job=1", "?a=b&exp=1", "?t=", "?t=1&t=2", "#part"})
  void a_base_that_would_make_the_url_ambiguous_is_refused(String rest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallbackUrl.sign(URI.create(BASE + rest), "job-42", NOW, MASTER))
        .withMessageContaining("job, exp or t");
  }

  private static Optional<String> job(URI url, Instant now) {
    return CallbackUrl.job(at(url), MASTER, now);
  }

  private static WebhookDelivery at(URI url) {
    return WebhookDelivery.of(Map.of(), new byte[0]).at(url);
  }
}
