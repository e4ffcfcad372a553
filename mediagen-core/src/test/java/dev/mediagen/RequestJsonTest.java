// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.internal.json.RequestCodec;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.internal.json.ValueCodec;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestJsonTest {
  static Stream<MediaRequest<?>> every_kind() {
    return FullRequests.all();
  }

  private static InvalidRequestException refused(String json) {
    return catchThrowableOfType(
        InvalidRequestException.class, () -> MediaRequest.fromJson(json.replace('\'', '"')));
  }

  private static ImageRequest image(String fields) {
    String json = "{'kind':'image','model':'toy/oil-1'," + fields + "}";
    return (ImageRequest) MediaRequest.fromJson(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @MethodSource("every_kind")
  void every_field_of_every_kind_survives_the_way_there_and_back(MediaRequest<?> request) {
    String json = request.toJson();

    assertThat(MediaRequest.fromJson(json)).isEqualTo(request);
    assertThat(MediaRequest.fromJson(json).toJson()).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("every_kind")
  void no_field_is_forgotten_in_the_json(MediaRequest<?> request) {
    Set<String> expected = new HashSet<>(RequestView.names(RequestCodec.type(request.kind())));
    expected.addAll(List.of("kind", "model", "fallbacks", "options", "onUnsupported", "timeout"));

    Set<String> written = new HashSet<>();
    ValueCodec.parse(request.toJson()).fieldNames().forEachRemaining(written::add);

    assertThat(written).isEqualTo(expected);
  }

  @Test
  void there_is_a_full_request_for_every_kind() {
    assertThat(FullRequests.all().map(MediaRequest::kind))
        .containsExactlyInAnyOrder(MediaKind.values());
  }

  @Test
  void the_text_of_a_request_never_changes() {
    assertThat(FullRequests.image().toBuilder().options(java.util.Map.of("x", 1)).build().toJson())
        .isEqualTo(
            "{\"kind\":\"image\",\"aspectRatio\":\"4:3\",\"background\":\"opaque\",\"count\":2,"
                + "\"fallbacks\":[\"toy/oil-2\"],\"guidance\":3.5,\"height\":768,"
                + "\"mask\":{\"data\":\"AQL/\",\"mediaType\":\"image/png\"},\"model\":\"toy/oil-1\","
                + "\"negativePrompt\":\"people\",\"onUnsupported\":\"snap\",\"options\":{\"x\":1},"
                + "\"outputFormat\":\"png\",\"prompt\":\"a boat «at» sea\",\"quality\":\"high\","
                + "\"references\":[{\"role\":\"style\",\"source\":{\"file\":\"in/a.png\"}},"
                + "{\"role\":\"subject\",\"source\":{\"url\":\"https://example.org/a.png?x=1&y=2\"}}],"
                + "\"resolution\":\"1K\",\"seed\":9007199254740993,\"source\":{\"file\":\"in/a.png\"},"
                + "\"steps\":30,\"strength\":0.8,\"style\":\"oil\",\"timeout\":\"PT1M30S\","
                + "\"width\":1024}");
  }

  @Test
  void what_was_not_given_is_not_written() {
    ImageRequest request = ImageRequest.builder().model("toy/oil-1").prompt("a boat").build();

    assertThat(request.toJson())
        .isEqualTo(
            "{\"kind\":\"image\",\"model\":\"toy/oil-1\",\"onUnsupported\":\"fail\",\"prompt\":\"a"
                + " boat\"}");
  }

  @ParameterizedTest
  @CsvSource({"'PT5S'", "5", "'5'", "'5s'", "5.0"})
  void a_duration_may_be_iso_or_seconds(String text) {
    String value = text.matches("[0-9.]+") ? text : "\"" + text + "\"";
    MediaRequest<?> request =
        MediaRequest.fromJson("{\"kind\":\"video\",\"model\":\"a/b\",\"duration\":" + value + "}");

    assertThat(((VideoRequest) request).duration()).hasValue(Duration.ofSeconds(5));
  }

  @Test
  void a_fraction_of_a_second_stays() {
    MediaRequest<?> request =
        MediaRequest.fromJson("{\"kind\":\"video\",\"model\":\"a/b\",\"duration\":2.5}");

    assertThat(((VideoRequest) request).duration()).hasValue(Duration.ofMillis(2500));
  }

  @Test
  void numbers_may_be_written_as_text_and_single_items_as_lists() {
    ImageRequest request = image("'width':'640','references':{'source':'a.png'},'fallbacks':'b/c'");

    assertThat(request.width()).hasValue(640);
    assertThat(request.references()).hasSize(1);
    assertThat(request.fallbacks()).containsExactly(ModelId.of("b/c"));
  }

  @Test
  void null_means_not_given() {
    assertThat(image("'width':null").width()).isEmpty();
  }

  @Test
  void an_unknown_field_is_named_with_the_one_that_was_meant() {
    InvalidRequestException e = refused("{'kind':'image','model':'a/b','promt':'a boat'}");

    assertThat(e.field()).isEqualTo("promt");
    assertThat(e.value()).contains("a boat");
    assertThat(e.allowed()).contains("did you mean prompt");
    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
  }

  @Test
  void an_unknown_field_inside_an_input_is_named_with_its_path() {
    InvalidRequestException e =
        refused("{'kind':'image','model':'a/b','references':[{'source':'a.png','rol':'style'}]}");

    assertThat(e.field()).isEqualTo("references[0].rol");
    assertThat(e.allowed()).contains("did you mean role");
  }

  @Test
  void an_unknown_field_like_no_other_gets_the_whole_list() {
    InvalidRequestException e = refused("{'kind':'image','model':'a/b','zzzzzzzz':1}");

    assertThat(e.allowed()).contains("prompt").contains("negativePrompt");
  }

  @Test
  void text_that_is_no_json_says_where_it_breaks() {
    InvalidRequestException e = refused("{'kind':'image',\n 'model' oops}");

    assertThat(e.field()).isEqualTo("json");
    assertThat(e.allowed()).contains("is not JSON").contains("line 2");
  }

  @Test
  void a_list_is_no_request() {
    assertThat(refused("[1]").field()).isEqualTo("json");
  }

  @Test
  void a_kind_that_is_missing_or_unknown_is_answered_with_all_kinds() {
    assertThat(refused("{'model':'a/b'}").allowed()).contains("image, video").contains("model3d");
    InvalidRequestException unknown = refused("{'kind':'hologram','model':'a/b'}");
    assertThat(unknown.field()).isEqualTo("kind");
    assertThat(unknown.value()).isEqualTo("hologram");
    assertThat(unknown.allowed()).contains("transcript");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "width | 'wide' | a number",
        "width | 1.5 | a number",
        "guidance | 'much' | a number",
        "seed | {} | a number",
        "prompt | ['a'] | a text",
        "timeout | 'soon' | ISO 8601 duration",
        "onUnsupported | 'panic' | fail, warn, snap",
        "model | 'nomodel' | provider/model",
        "source | 5 | a path or URL",
        "options | [1] | a JSON object",
      })
  void a_value_of_the_wrong_type_is_named_with_what_is_right(
      String field, String value, String allowed) {
    String model = field.equals("model") ? "" : "'model':'a/b',";
    InvalidRequestException e =
        refused("{'kind':'image'," + model + "'" + field + "':" + value.strip() + "}");

    assertThat(e.field()).isEqualTo(field.strip());
    assertThat(e.allowed()).contains(allowed.strip());
  }

  @Test
  void a_switch_takes_only_true_or_false() {
    InvalidRequestException e = refused("{'kind':'video','model':'a/b','audio':'yes'}");

    assertThat(e.field()).isEqualTo("audio");
    assertThat(e.allowed()).contains("true or false");
  }

  @Test
  void a_request_without_its_model_says_so() {
    assertThatThrownBy(() -> MediaRequest.fromJson("{\"kind\":\"image\",\"prompt\":\"a\"}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("model");
  }

  /** 4294967808 became a width of 512: the upper bits were cut off. */
  @ParameterizedTest
  @CsvSource({"width,4294967808", "seed,18446744073709551617"})
  void a_number_that_is_too_large_is_refused_and_not_cut(String field, String number) {
    InvalidRequestException e =
        refused("{'kind':'image','model':'a/b','" + field + "':" + number + "}");

    assertThat(e).isNotNull();
    assertThat(e.field()).isEqualTo(field);
    assertThat(e.value()).isEqualTo(number);
  }

  @Test
  void options_keep_their_types() {
    JsonNode options =
        ValueCodec.parse(image("'options':{'a':1,'b':1.5,'c':[true],'d':{'e':'f'}}").toJson())
            .get("options");

    assertThat(options.toString())
        .isEqualTo("{\"a\":1,\"b\":1.5,\"c\":[true],\"d\":{\"e\":\"f\"}}");
  }
}
