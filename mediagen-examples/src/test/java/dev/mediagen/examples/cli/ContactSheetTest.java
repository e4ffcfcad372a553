// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.ModelId;
import dev.mediagen.catalog.Cost;
import dev.mediagen.transcript.TranscriptResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  private static final String NASTY = "<script>alert('x')</script> & \"more\"";
  private static final String SAFE =
      "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;";

  @Test
  void nothingThatPeopleOrVendorsWroteBecomesMarkup() throws IOException {
    String page =
        page(
            NASTY,
            exhibit(NASTY, Cost.unknown(NASTY)),
            Exhibit.failed(NASTY, NASTY, ModelId.of("a/b"), NASTY));
    assertThat(page).doesNotContain("<script").contains("<h1>" + SAFE + "</h1>");
    assertThat(page.split(Pattern.quote(SAFE), -1)).hasSizeGreaterThan(9);
  }

  @Test
  void unknownCostIsNeverZero() throws IOException {
    String page = page("a fox", exhibit("hello", Cost.unknown("the vendor does not say")));
    assertThat(page).contains("cost unknown").contains("the vendor does not say");
    assertThat(page).doesNotContain("$0");
  }

  @Test
  void aSumOfKnownCostsSaysHowManyAreMissing() throws IOException {
    String page =
        page(
            "a fox",
            exhibit("one", Cost.vendor(new BigDecimal("0.025"), "on the reply")),
            exhibit("two", Cost.unknown("no price")));
    assertThat(page).contains("cost $0.025, and unknown for 1");
    assertThat(page).contains("the vendor says: on the reply");
  }

  @Test
  void failuresAreShownWithTheirReason() throws IOException {
    String page =
        page("a fox", Exhibit.failed("Image", "a fox", ModelId.of("a/b"), "out of credit"));
    assertThat(page).contains("0 made, 1 failed").contains("out of credit");
  }

  @Test
  void thePageIsWhole() throws IOException {
    String page = page("a fox", exhibit("hello", Cost.unknown("why")));
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("<html lang=\"en\">")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("http://")
        .doesNotContain("https://");
  }

  private static Exhibit exhibit(String text, Cost cost) {
    TranscriptResult result =
        TranscriptResult.builder()
            .model(ModelId.of("a/b"))
            .text(text)
            .cost(cost)
            .elapsed(Duration.ofSeconds(1))
            .warnings(List.of(text))
            .build();
    return new Exhibit("Title", text, ModelId.of("a/b"), Optional.of(result), List.of(), "");
  }

  private static String page(String prompt, Exhibit... exhibits) throws IOException {
    return new ContactSheet(Path.of("."))
        .html(prompt, List.of(exhibits), Duration.ofSeconds(2), "a note");
  }
}
