// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Secret;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  private final Masking masking =
      new Masking(Stream.of("s3cr3t-k3y", "a+b/c=d", "abc").map(Secret::of).toList());

  @Test
  void a_secret_goes_wherever_it_stands() {
    assertThat(masking.text("key s3cr3t-k3y, again s3cr3t-k3y.")).isEqualTo("key ***, again ***.");
  }

  @Test
  void a_secret_goes_in_its_url_encoded_form_too() {
    assertThat(masking.text("https://x.example/?key=a%2Bb%2Fc%3Dd&q=1"))
        .isEqualTo("https://x.example/?key=***&q=1");
  }

  @Test
  void what_is_too_short_to_be_a_secret_does_not_tear_texts_apart() {
    assertThat(masking.text("abc is the alphabet")).isEqualTo("abc is the alphabet");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization,Bearer s3cr3t-k3y,Bearer ***",
    "authorization,Bearer made.by.signing,Bearer ***",
    "X-Api-Key,rotated-since,***",
    "xi-api-key,rotated-since,***",
    "Cookie,session=1,***",
    "X-Custom,s3cr3t-k3y,***",
    "Accept,image/png,image/png"
  })
  void a_header_keeps_its_scheme_and_loses_the_rest(String name, String value, String shown) {
    assertThat(masking.header(name, value)).isEqualTo(shown);
  }
}
