// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OutputTest {
  private static URI url(String text) {
    return Output.url("image", text).build().url().orElseThrow();
  }

  /** A finished job was lost to a file name with a space. */
  @Test
  void a_url_with_characters_that_no_url_may_have_is_read_all_the_same() {
    assertThat(url("https://cdn.example/my picture|1.png?sig=a%2Fb"))
        .hasToString("https://cdn.example/my%20picture%7C1.png?sig=a%2Fb");
    assertThat(url("https://cdn.example/\u00fc.png")).hasToString("https://cdn.example/%C3%BC.png");
  }

  @Test
  void relative_and_data_urls_stay_as_they_are() {
    assertThat(url("/files/a.png")).hasToString("/files/a.png");
    assertThat(url("data:text/plain;base64,aGk=")).hasToString("data:text/plain;base64,aGk=");
  }

  @Test
  void what_is_no_url_at_all_is_an_unreadable_reply() {
    assertThatThrownBy(() -> url("http://[")).isInstanceOf(UnreadableReplyException.class);
  }
}
