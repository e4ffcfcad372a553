// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.transcript.TranscriptResult;
import dev.mediagen.transcript.TranscriptSegment;
import dev.mediagen.video.VideoRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudflareClientTest {
  private static final String SCHNELL = "@cf/black-forest-labs/flux-1-schnell";
  private static final String PHOENIX = "@cf/leonardo/phoenix-1.0";
  private static final String TURBO = "@cf/openai/whisper-large-v3-turbo";
  private static final MediaSource PICTURE = MediaSource.bytes(Samples.png(), "image/png");

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final FakeClock clock = new FakeClock();
  private final MediaClient client =
      MediaClient.builder()
          .discover(false)
          .adapter(new CloudflareProvider())
          .environment(Map.of())
          .clock(clock)
          .provider(
              "cloudflare",
              settings ->
                  settings
                      .apiKey("made-up-key")
                      .setting("account_id", "acc")
                      .baseUrl(vendor.base() + "/accounts/{account_id}/ai"))
          .build();

  @BeforeEach
  void answer() {
    vendor.on("POST *", Replies.picture());
  }

  @AfterEach
  void close() {
    client.close();
    vendor.close();
  }

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("cloudflare/" + model).prompt("a fox");
  }

  private ImageResult make(ImageRequest request) {
    return clock.await(client.generate(request));
  }

  private static String body(RecordedCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }

  @Test
  void several_pictures_are_calls_of_their_own_with_seeds_of_their_own() {
    ImageResult result = make(image(SCHNELL).count(2).seed(42).build());

    assertThat(result.images()).hasSize(2);
    assertThat(vendor.calls())
        .extracting(CloudflareClientTest::body)
        .containsExactlyInAnyOrder(
            "{\"prompt\":\"a fox\",\"seed\":42}", "{\"prompt\":\"a fox\",\"seed\":43}");
  }

  @Test
  void the_gateway_header_is_sent_only_when_a_gateway_is_set() {
    make(image(SCHNELL).build());

    assertThat(vendor.calls().get(0).header("cf-aig-gateway-id")).isEmpty();
    assertThat(vendor.calls().get(0).target()).isEqualTo("/accounts/acc/ai/run/" + SCHNELL);
  }

  @ParameterizedTest
  @ValueSource(strings = {SCHNELL, PHOENIX})
  void the_reply_says_itself_whether_it_is_json_or_the_picture(String model) {
    for (Reply reply :
        List.of(
            Replies.picture(),
            Reply.json("{\"image\":\"" + Replies.base64(Samples.png()) + "\"}"),
            Reply.png(),
            Reply.bytes(200, "application/octet-stream", Samples.png()))) {
      vendor.on("POST *", reply);

      assertThat(make(image(model).build()).image().mediaType()).isEqualTo("image/png");
    }
  }

  static Stream<Reply> unreadable() {
    return Stream.of(
        Replies.result("{}"),
        Replies.result("{\"image\":\"no base64!\"}"),
        Reply.bytes(200, "image/png", new byte[0]),
        Reply.text(200, "text/plain", "done"),
        Reply.empty(204));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void a_reply_without_a_picture_is_no_success(Reply reply) {
    vendor.on("POST *", reply);

    assertThatThrownBy(() -> make(image(SCHNELL).build()))
        .isInstanceOf(MediaException.class)
        .extracting(e -> ((MediaException) e).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
    assertThat(vendor.calls()).hasSize(1);
  }

  @Test
  void a_lack_of_capacity_passes() {
    vendor.on("POST *", Replies.refused(429, 3040, "Capacity exceeded"), Replies.picture());

    assertThat(make(image(SCHNELL).build()).images()).hasSize(1);
    assertThat(vendor.calls()).hasSize(2);
  }

  @Test
  void a_run_that_timed_out_is_not_paid_for_twice() {
    vendor.on("POST *", Replies.refused(408, 3007, "timed out"), Replies.picture());

    assertThatThrownBy(() -> make(image(SCHNELL).build())).isInstanceOf(MediaException.class);
    assertThat(vendor.calls()).hasSize(1);
  }

  static Stream<ImageRequest> refused() {
    return Stream.of(
        image(SCHNELL).width(512).height(512).build(),
        image(SCHNELL).steps(9).build(),
        image(SCHNELL).prompt("a".repeat(2049)).build(),
        image(PHOENIX).guidance(1.0).build(),
        image("@cf/leonardo/lucid-origin").width(2501).build(),
        image("@cf/stabilityai/stable-diffusion-xl-base-1.0").width(128).build(),
        image("@cf/bytedance/stable-diffusion-xl-lightning").steps(4).build(),
        image("@cf/black-forest-labs/flux-2-klein-9b").steps(4).build(),
        image("@cf/runwayml/stable-diffusion-v1-5-img2img").build(),
        image("@cf/runwayml/stable-diffusion-v1-5-inpainting").source(PICTURE).build(),
        image("@cf/black-forest-labs/flux-2-dev")
            .source(PICTURE)
            .references(Collections.nCopies(4, Reference.of(PICTURE)))
            .build());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_a_model_does_not_take_is_refused_for_free(ImageRequest request) {
    assertThatThrownBy(() -> make(request))
        .isInstanceOf(MediaException.class)
        .extracting(e -> ((MediaException) e).kind())
        .isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(vendor.calls()).isEmpty();
  }

  @Test
  void what_no_model_here_does_is_refused_for_free() {
    VideoRequest video =
        VideoRequest.builder().model("cloudflare/@cf/somebody/video").prompt("a fox").build();

    for (var request : List.of(image("openai/gpt-image-2").build(), video)) {
      assertThatThrownBy(() -> clock.await(client.generate(request)))
          .isInstanceOf(MediaException.class)
          .extracting(e -> ((MediaException) e).kind())
          .isEqualTo(ErrorKind.UNSUPPORTED);
    }
    assertThat(vendor.calls()).isEmpty();
  }

  @Test
  void a_model_nobody_listed_gets_the_usual_field_names() {
    make(image("@cf/new/model").steps(4).negativePrompt("fog").build());

    assertThat(body(vendor.calls().get(0)))
        .contains("\"prompt\":\"a fox\"", "\"num_steps\":4", "\"negative_prompt\":\"fog\"");
  }

  private TranscriptResult transcribe(String timestamps) {
    vendor.on(
        "POST *",
        Replies.result(
            "{\"text\":\"Hi you\",\"transcription_info\":{\"language\":\"en\"},\"segments\":["
                + "{\"start\":0,\"end\":1.25,\"text\":\" Hi you\",\"words\":["
                + "{\"word\":\" Hi\",\"start\":0,\"end\":0.5},"
                + "{\"word\":\" you\",\"start\":0.5,\"end\":1.25}]}]}"));
    return clock.await(
        client.generate(
            TranscriptRequest.builder()
                .model("cloudflare/" + TURBO)
                .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                .timestamps(timestamps)
                .build()));
  }

  @Test
  void times_are_given_for_passages_or_words() {
    TranscriptResult passages = transcribe("segment");

    assertThat(passages.language()).hasValue("en");
    assertThat(passages.segments()).extracting(TranscriptSegment::text).containsExactly("Hi you");
    assertThat(passages.segments().get(0).end()).hasMillis(1250);
    assertThat(transcribe("word").segments())
        .extracting(TranscriptSegment::text)
        .containsExactly("Hi", "you");
  }

  @Test
  void the_adapter_is_found_and_spells_models_as_the_vendor_does() {
    assertThat(ServiceLoader.load(ProviderAdapter.class))
        .filteredOn(CloudflareProvider.class::isInstance)
        .singleElement()
        .satisfies(
            adapter ->
                assertThat(adapter.catalog().models())
                    .allSatisfy(model -> assertThat(model.id().name()).startsWith("@cf/")));
  }
}
