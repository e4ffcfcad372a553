// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaRequest;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.Quote;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.video.VideoRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTest {
  private static final String SOURCE = ",'source':'https://toy.example/p','asOf':'2026-11'}";

  private static ModelSpec model(String kind, String fields, String... prices) {
    String list = String.join(",", List.of(prices).stream().map(p -> "{" + p + SOURCE).toList());
    String json =
        "{'provider':'toy','models':[{'id':'m','kind':'"
            + kind
            + "','parameters':{"
            + fields
            + "},'prices':["
            + list
            + "]}]}";
    return Catalog.read(json.replace('\'', '"')).find("m").orElseThrow();
  }

  private static Quote quote(MediaRequest<?> request, ModelSpec model) {
    return Pricing.quote(model, RequestView.of(request));
  }

  private static @Nullable BigDecimal usd(MediaRequest<?> request, ModelSpec model) {
    return quote(request, model).usd().orElse(null);
  }

  private static ImageRequest.Builder image() {
    return ImageRequest.builder().model("toy/m").prompt("a");
  }

  private static VideoRequest.Builder video() {
    return VideoRequest.builder().model("toy/m").prompt("a");
  }

  @Test
  void images_are_counted() {
    ModelSpec model = model("image", "'count':{}", "'unit':'image','usd':0.04");

    assertThat(usd(image().build(), model)).isEqualByComparingTo("0.04");
    Quote three = quote(image().count(3).build(), model);
    assertThat(three.usd()).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("0.12"));
    assertThat(three.basis()).isEqualTo("3 × 0.04 USD per image");
    assertThat(three.source()).hasValue("https://toy.example/p");
    assertThat(three.asOf()).hasValue("2026-11");
  }

  @Test
  void seconds_come_from_the_request_or_the_default() {
    ModelSpec model =
        model("video", "'duration':{'defaultValue':'5'}", "'unit':'second','usd':0.1");

    assertThat(usd(video().duration(Duration.ofMillis(2500)).build(), model))
        .isEqualByComparingTo("0.25");
    assertThat(usd(video().build(), model)).isEqualByComparingTo("0.5");
    assertThat(usd(video().build(), model("video", "'duration':{}", "'unit':'second','usd':1")))
        .isNull();
  }

  @Test
  void megapixels_begun_are_paid_in_full() {
    ModelSpec model = model("image", "'size':{}", "'unit':'megapixel','usd':0.01");

    assertThat(usd(image().width(1024).height(1024).count(2).build(), model))
        .isEqualByComparingTo("0.04");
    assertThat(usd(image().build(), model)).isNull();
  }

  @Test
  void characters_are_counted_in_thousands() {
    ModelSpec model = model("speech", "'text':{}", "'unit':'1k_chars','usd':0.2");

    assertThat(usd(SpeechRequest.builder().model("toy/m").text("x".repeat(50)).build(), model))
        .isEqualByComparingTo("0.01");
  }

  @Test
  void the_first_line_whose_conditions_hold_counts() {
    ModelSpec model =
        model(
            "video",
            "'audio':{'defaultValue':'true'}",
            "'unit':'request','usd':0.9,'when':{'audio':'true','resolution':'4K'}",
            "'unit':'request','usd':0.5,'when':{'audio':'true'}",
            "'unit':'request','usd':0.3");

    assertThat(usd(video().resolution("4k").build(), model)).isEqualByComparingTo("0.9");
    assertThat(usd(video().build(), model)).isEqualByComparingTo("0.5");
    assertThat(usd(video().audio(false).build(), model)).isEqualByComparingTo("0.3");
  }

  /** A duration was compared by its ISO text, «PT5S», with the catalogue's «5». */
  @Test
  void a_price_that_depends_on_the_duration_is_found() {
    ModelSpec model =
        model(
            "video",
            "'duration':{}",
            "'unit':'request','usd':0.35,'when':{'duration':'5'}",
            "'unit':'request','usd':0.70,'when':{'duration':'10'}");

    assertThat(usd(video().duration(Duration.ofSeconds(10)).build(), model))
        .isEqualByComparingTo("0.7");
  }

  /** The size was looked up under its own name, where it never is: the default price came out. */
  @Test
  void a_price_that_depends_on_the_size_is_found() {
    ModelSpec model =
        model(
            "image",
            "'size':{'defaultValue':'1024x1024'}",
            "'unit':'image','usd':0.01,'when':{'size':'1024x1024'}",
            "'unit':'image','usd':0.02,'when':{'size':'1536x1024'}");

    assertThat(usd(image().width(1536).height(1024).build(), model)).isEqualByComparingTo("0.02");
    assertThat(usd(image().build(), model)).isEqualByComparingTo("0.01");
  }

  @Test
  void unknown_is_never_zero() {
    assertThat(quote(image().build(), model("image", "")))
        .isEqualTo(Quote.unknown("no price of toy/m is known"));
    Quote tokens =
        quote(
            image().build(), model("image", "", "'unit':'1m_tokens','usd':30,'conditions':'out'"));
    assertThat(tokens.usd()).isEmpty();
    assertThat(tokens.basis()).isEqualTo("known only afterwards: 30 USD per 1m_tokens of out");
  }

  @Test
  void what_the_vendor_says_wins_over_every_estimate() {
    Cost told = Cost.vendor(new BigDecimal("0.031"), "header");
    ModelSpec model = model("image", "", "'unit':'image','usd':0.04");

    assertThat(Pricing.cost(Optional.of(told), model, quote(image().build(), model)))
        .isEqualTo(told);
  }

  @Test
  void units_are_priced_by_the_catalogue() {
    ModelSpec model =
        model(
            "image",
            "",
            "'unit':'1m_tokens','usd':30,'conditions':'out'",
            "'unit':'credit','usd':0.001");

    Cost tokens =
        Pricing.cost(Optional.of(Cost.counted("out", new BigDecimal(1000))), model, none());
    Cost credits =
        Pricing.cost(Optional.of(Cost.counted("credit", new BigDecimal(40))), model, none());
    Cost other = Pricing.cost(Optional.of(Cost.counted("coins", new BigDecimal(4))), model, none());

    assertThat(tokens.usd().orElseThrow()).isEqualByComparingTo("0.03");
    assertThat(tokens.source()).isEqualTo(Cost.Source.COUNTED);
    assertThat(credits.usd().orElseThrow()).isEqualByComparingTo("0.04");
    assertThat(other.usd()).isEmpty();
    assertThat(other.units()).containsEntry("coins", new BigDecimal(4));
    assertThat(other.source()).isEqualTo(Cost.Source.UNKNOWN);
  }

  private static Quote none() {
    return Quote.unknown("nothing is known");
  }

  @Test
  void without_news_the_quote_is_the_estimate() {
    ModelSpec model = model("image", "", "'unit':'image','usd':0.04");

    Cost cost = Pricing.cost(Optional.empty(), model, quote(image().build(), model));

    assertThat(cost.source()).isEqualTo(Cost.Source.ESTIMATED);
    assertThat(cost.usd().orElseThrow()).isEqualByComparingTo("0.04");
  }

  @Test
  void a_sum_with_an_unknown_in_it_is_unknown() {
    Cost one = Cost.vendor(new BigDecimal("0.1"), "told");

    assertThat(Pricing.sum(List.of(one, one)).usd().orElseThrow()).isEqualByComparingTo("0.2");
    assertThat(Pricing.sum(List.of(one, Cost.unknown("?"))).usd()).isEmpty();
  }
}
