// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.Explanation;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImagesTest extends OpenAiTest {
  @Test
  void a_server_that_gives_urls_is_understood() throws IOException {
    vendor.on(
        "POST /v1/images/generations",
        Reply.json("{\"data\":[{\"b64_json\":null,\"url\":\"/v1/images/i1/content\"}]}"));
    vendor.on("GET /v1/images/i1/content", Reply.png());

    ImageResult result =
        make(
            image("Qwen/Qwen-Image")
                .negativePrompt("blur")
                .seed(42)
                .steps(50)
                .option("response_format", "url")
                .build());

    assertThat(result.image().bytes()).isEqualTo(Samples.png());
    assertThat(vendor.calls("GET /v1/images/i1/content").get(0).header("Authorization"))
        .hasValue("Bearer made-up");
    assertThat(new String(vendor.calls().get(0).body(), StandardCharsets.UTF_8))
        .contains("\"negative_prompt\":\"blur\"", "\"seed\":42", "\"num_inference_steps\":50");
  }

  @Test
  void fewer_pictures_than_asked_for_are_a_warning() {
    vendor.on("POST /v1/images/generations", OpenAiReplies.picture());

    ImageResult result = make(image("gpt-image-2").count(3).build());

    assertThat(result.warnings()).containsExactly("1 of 3 pictures were made");
    assertThat(result.image().width()).hasValue(1536);
    assertThat(result.image().height()).hasValue(1024);
  }

  @Test
  void no_picture_at_all_is_a_failure() {
    vendor.on("POST /v1/images/generations", Reply.json("{\"created\":1,\"data\":[]}"));

    assertThatThrownBy(() -> make(image("gpt-image-2").build()))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("no outputs");
  }

  @Test
  void one_picture_has_a_part_of_the_singular_name() {
    vendor.on("POST /v1/images/edits", OpenAiReplies.picture());

    make(image("gpt-image-2").source(PNG).build());

    assertThat(body()).contains("name=\"image\"; filename=\"source.png\"").doesNotContain("[]");
  }

  @Test
  void more_pictures_than_one_call_makes_are_several_jobs() {
    assertThat(client.explain(image("gpt-image-2").count(12).build()).calls()).hasSize(2);
  }

  @Test
  void every_proportion_is_a_size_the_model_takes() {
    for (ModelSpec model : new OpenAiProvider().catalog().models()) {
      if (model.id().name().startsWith("gpt-image-2")) {
        Objects.requireNonNull(model.parameters().get("aspectRatio"))
            .words()
            .forEach(ImagesTest::check);
      }
    }
  }

  private static void check(String ratio, String size) {
    if (ratio.equals("auto")) {
      return;
    }
    String[] sides = size.split("x");
    int width = Integer.parseInt(sides[0]);
    int height = Integer.parseInt(sides[1]);
    String[] parts = ratio.split(":");
    assertThat(width * Integer.parseInt(parts[1]))
        .as(ratio)
        .isEqualTo(height * Integer.parseInt(parts[0]));
    assertThat(width % 16 + height % 16).as(size).isZero();
    assertThat(width * height).as(size).isBetween(655_360, 8_294_400);
  }

  @Test
  void tokens_are_priced_by_their_kind() {
    vendor.on(
        "POST /v1/images/edits",
        Reply.json(
            """
            {"data":[{"b64_json":"aGk="}],"usage":{
             "input_tokens_details":{"text_tokens":1000,"image_tokens":2000},
             "output_tokens_details":{"image_tokens":3000,"text_tokens":0}}}"""));

    Cost cost = make(image("gpt-image-2.6-flare").source(PNG).build()).cost();

    // 1000 at 5, 2000 at 8 and 3000 at 30 US dollars per million.
    assertThat(cost.usd()).hasValue(new BigDecimal("0.111"));
    assertThat(cost.source()).isEqualTo(Cost.Source.COUNTED);
  }

  @Test
  void a_model_that_draws_svg_for_an_unknown_price_makes_the_cost_unknown() {
    vendor.on(
        "POST /v1/images/generations",
        Reply.json(
            """
            {"data":[{"b64_json":"PHN2Zy8+"}],"output_format":"svg",
             "usage":{"input_tokens_details":{"text_tokens":10,"image_tokens":0},
             "output_tokens":0},"svg_usage":{"model":"m","total_tokens":500}}"""));

    ImageResult result = make(image("gpt-image-2.6-flare").outputFormat("svg").build());

    assertThat(result.image().mediaType()).isEqualTo("image/svg+xml");
    assertThat(result.cost().usd()).isEmpty();
    assertThat(result.cost().units()).containsEntry("svg tokens", new BigDecimal(500));
  }

  @Test
  void usage_without_its_kinds_is_not_priced_by_guessing() {
    vendor.on(
        "POST /v1/images/generations",
        Reply.json(
            """
            {"data":[{"b64_json":"aGk="}],"usage":{"input_tokens":7,"output_tokens":9}}"""));

    Cost cost = make(image("gpt-image-2").build()).cost();

    assertThat(cost.usd()).isEmpty();
    assertThat(cost.units()).containsOnlyKeys("input tokens", "image output tokens");
  }

  @Test
  void what_is_priced_by_the_picture_or_by_the_letter_is_known_before() {
    Explanation mini =
        client.explain(
            image("gpt-image-1-mini").quality("medium").width(1024).height(1536).count(2).build());
    Explanation speech = client.explain(speech("tts-1").text("x".repeat(2000)).build());

    assertThat(mini.quote().usd()).hasValue(new BigDecimal("0.03"));
    assertThat(speech.quote().usd()).hasValue(new BigDecimal("0.03"));
    assertThat(client.explain(image("gpt-image-2").build()).quote().usd()).isEmpty();
  }
}
