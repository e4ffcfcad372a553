// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.MediaSource;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Operation;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.ScriptedVendor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecraftTest {
  private static final ImageRequest BOATS =
      ImageRequest.builder().model("recraft/recraftv4").prompt("a boat").count(2).build();
  private static final String PNG = Base64.getEncoder().encodeToString(Samples.png());
  private static final String DATA = "\"data\":[{\"b64_json\":\"" + PNG + "\"}]";

  private final RecraftProvider recraft = new RecraftProvider();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final FakeClock clock = new FakeClock();
  private final MediaClient client = vendor.client(clock, recraft).build();

  @AfterEach
  void close() {
    client.close();
    vendor.close();
  }

  private <R extends MediaResult> R make(MediaRequest<R> request, String path, String reply) {
    vendor.on("POST /v1/images/" + path, Reply.json(reply));
    return clock.await(client.generate(request));
  }

  private MediaResult drawn(String reply) {
    return make(BOATS, "generations", reply);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_parameter, size is wrong, INVALID_REQUEST",
    "400, invalid_request_parameter, refused by moderation, CONTENT_FILTERED",
    "400, , NSFW content was found, CONTENT_FILTERED",
    "400, invalid_request_parameter, block_nsfw must be true or false, INVALID_REQUEST",
    "400, not_enough_credits, no, INSUFFICIENT_CREDITS",
    "400, , Not enough credits, INSUFFICIENT_CREDITS",
    "402, , pay, INSUFFICIENT_CREDITS",
    "401, unauthorized, no, AUTHENTICATION",
    "401, , no, AUTHENTICATION",
    "403, , no, PERMISSION",
    "404, , no, NOT_FOUND",
    "413, , no, INVALID_REQUEST",
    "429, , no, RATE_LIMITED",
    "500, , no, PROVIDER_UNAVAILABLE",
    "502, , no, PROVIDER_UNAVAILABLE",
    "503, , no, PROVIDER_UNAVAILABLE",
  })
  void errors(int status, @Nullable String code, String message, ErrorKind kind) {
    String body = Replies.error(code == null ? "" : code, message);

    ErrorDetails details = recraft.failure(HttpReply.json(status, body));

    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.vendorMessage()).hasValue(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"error\":\"oops\"}", "\"oops\"", "{\"code\":{},\"message\":7}"})
  void errors_of_another_shape_go_by_their_status(String body) {
    ErrorDetails details = recraft.failure(HttpReply.json(500, body));

    assertThat(details.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(details.billing()).isEqualTo(Billing.POSSIBLE);
  }

  @Test
  void api_units_are_money() {
    Cost cost = drawn("{\"credits\":80," + DATA + "}").cost();

    assertThat(cost.usd()).hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("0.08"));
    assertThat(cost.source()).isEqualTo(Cost.Source.VENDOR);
    assertThat(cost.units()).containsEntry("credits", BigDecimal.valueOf(80));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"many\"", "null", "-1", "{}"})
  void odd_credits_lose_no_picture(String credits) {
    MediaResult result = drawn("{\"credits\":" + credits + "," + DATA + "}");

    assertThat(result.assets()).hasSize(1);
    assertThat(result.cost().source()).isEqualTo(Cost.Source.ESTIMATED);
  }

  @Test
  void fewer_pictures_than_were_wanted_are_told_of() {
    assertThat(drawn("{" + DATA + "}").warnings())
        .anySatisfy(warning -> assertThat(warning).contains("1 of 2 pictures"));
  }

  @Test
  void what_stands_beside_the_pictures_is_kept() {
    MediaResult result =
        drawn(
            """
            {"created": 1763600000, "style_id": "s1", "data": [
              {"image_id": "i1", "url": "https://img.recraft.ai/i1", "revised_prompt": "a red boat",
               "features": {"nsfw_score": 0.25}},
              {"image_id": "i2"}]}
            """);

    assertThat(result.metadata())
        .containsEntry("style_id", "s1")
        .containsEntry("revised_prompt", "a red boat")
        .containsKey("nsfw_score");
    assertThat(result.assets())
        .singleElement()
        .satisfies(
            output -> {
              assertThat(output.id()).hasValue("i1");
              assertThat(output.expiresAt())
                  .hasValueSatisfying(
                      at -> assertThat(at.getEpochSecond()).isEqualTo(1763600000L + 86400));
            });
  }

  @Test
  void a_vector_picture_is_known_by_its_bytes() {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    String text = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));

    MediaResult result =
        make(
            ImageRequest.builder()
                .model("recraft/vectorize")
                .source(MediaSource.bytes(Samples.png(), "image/png"))
                .build(),
            "vectorize",
            "{\"credits\":10,\"image\":{\"image_id\":\"i1\",\"b64_json\":\"" + text + "\"}}");

    assertThat(result.assets())
        .singleElement()
        .satisfies(output -> assertThat(output.mediaType()).isEqualTo("image/svg+xml"));
  }

  @ParameterizedTest
  @CsvSource({
    "recraftv4, , image/webp",
    "recraftv4, png, image/png",
    "recraftv4_vector, , image/svg+xml",
    "recraftv4_vector, svg, image/svg+xml",
    "recraftv5, , application/octet-stream",
  })
  void a_url_says_nothing_of_the_type(String model, @Nullable String format, String type) {
    ImageRequest.Builder request =
        ImageRequest.builder()
            .model("recraft/" + model)
            .prompt("a boat")
            .option("response_format", "url");
    if (format != null) {
      request.outputFormat(format);
    }

    MediaResult result =
        make(
            request.build(), "generations", "{\"data\":[{\"url\":\"https://img.recraft.ai/i1\"}]}");

    assertThat(result.assets())
        .singleElement()
        .satisfies(asset -> assertThat(asset.mediaType()).isEqualTo(type));
  }

  @ParameterizedTest
  @CsvSource({"recraftv3, 0.08", "recraftv3_vector, 0.16", ", 0.08"})
  void a_background_costs_what_its_model_costs(@Nullable String model, BigDecimal usd) {
    ImageRequest.Builder request =
        BOATS.toBuilder()
            .model("recraft/replaceBackground")
            .source(MediaSource.bytes(Samples.png(), "image/png"));
    if (model != null) {
      request.option("model", model);
    }

    assertThat(client.explain(request.build()).quote().usd())
        .hasValueSatisfying(quoted -> assertThat(quoted).isEqualByComparingTo(usd));
  }

  @Test
  void a_second_call_would_be_a_second_job() {
    Map<String, Operation> operations = recraft.operations();

    assertThat(operations.values())
        .allSatisfy(
            operation -> {
              assertThat(operation.synchronous()).isTrue();
              assertThat(operation.repeat()).isEqualTo(Operation.Repeat.NEVER);
            });
  }

  @Test
  void the_names_of_the_operations_stay_as_handles_have_them() {
    assertThat(recraft.operations().keySet())
        .containsExactlyInAnyOrder(
            "generations",
            "imageToImage",
            "inpaint",
            "outpaint",
            "replaceBackground",
            "generateBackground",
            "variateImage",
            "vectorize",
            "removeBackground",
            "eraseRegion",
            "crispUpscale",
            "creativeUpscale");
  }
}
