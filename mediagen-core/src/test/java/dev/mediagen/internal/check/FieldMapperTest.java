// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import static dev.mediagen.internal.check.Specs.fields;
import static dev.mediagen.internal.check.Specs.image;
import static dev.mediagen.internal.check.Specs.model;
import static dev.mediagen.internal.check.Specs.music;
import static dev.mediagen.internal.check.Specs.video;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaSource;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.segment.Box;
import dev.mediagen.segment.Point;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.spi.Input;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMapperTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "plain | 5000 | 5",
        "plain | 2500 | 2.5",
        "text | 5000 | \"5\"",
        "seconds | 5000 | 5",
        "seconds | 2500 | 2.5",
        "seconds_text | 5000 | \"5\"",
        "seconds_text | 2500 | \"2.5\"",
        "seconds_suffix | 8000 | \"8s\"",
        "seconds_suffix | 90000 | \"90s\"",
        "millis | 2500 | 2500",
        "millis | 60000 | 60000",
        "list | 5000 | [5]"
      })
  void a_duration_wears_the_clothes_of_the_vendor(String form, long millis, String wire) {
    ObjectNode tree =
        fields(
            video().duration(Duration.ofMillis(millis)).build(),
            video("'duration':{'field':'d','as':'" + form + "'}"));

    assertThat(tree.get("d").toString()).isEqualTo(wire);
  }

  @ParameterizedTest
  @CsvSource({
    "1,24,5000,120",
    "4,16,5000,81",
    "4,16,5100,81",
    "4,24,1000,25",
    "6,24,5000,121",
    "6,30,2000,61"
  })
  void a_duration_becomes_frames(int step, int fps, long millis, int frames) {
    ObjectNode tree =
        fields(
            video().duration(Duration.ofMillis(millis)).build(),
            video(
                "'duration':{'field':'n','as':'frames','frameStep':"
                    + step
                    + ",'fps':"
                    + fps
                    + "}"));

    assertThat(tree.get("n").intValue()).isEqualTo(frames);
  }

  @Test
  void the_frames_per_second_of_the_request_win() {
    ObjectNode tree =
        fields(
            video().duration(Duration.ofSeconds(2)).fps(30).build(),
            video("'duration':{'field':'n','as':'frames'},'fps':{'field':'fps'}"));

    assertThat(tree.toString()).isEqualTo("{\"n\":60,\"fps\":30}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'as':'size_text' | \"1024x768\"",
        "'as':'size_text','separator':'*' | \"1024*768\"",
        "'as':'size_text','words':{'1024x768':'LANDSCAPE'} | \"LANDSCAPE\"",
        "'as':'size_object' | {\"width\":1024,\"height\":768}"
      })
  void a_size_wears_the_clothes_of_the_vendor(String spec, String wire) {
    ObjectNode tree =
        fields(image().width(1024).height(768).build(), image("'size':{'field':'s'," + spec + "}"));

    assertThat(tree.get("s").toString()).isEqualTo(wire);
  }

  @Test
  void width_and_height_may_be_fields_of_their_own() {
    ObjectNode tree =
        fields(
            image().width(640).height(480).build(),
            image("'width':{'field':'w'},'height':{'field':'box.h','as':'text'}"));

    assertThat(tree.toString()).isEqualTo("{\"w\":640,\"box\":{\"h\":\"480\"}}");
  }

  @Test
  void points_and_boxes_become_tuples_or_objects() {
    SegmentRequest request =
        SegmentRequest.builder()
            .model("toy/m")
            .source(MediaSource.url("https://example.org/a.png"))
            .points(List.of(Point.on(1, 2), Point.off(3, 4)))
            .boxes(List.of(new Box(0, 1, 8, 9)))
            .build();

    assertThat(
            fields(
                    request,
                    model(
                        "segment",
                        "'parameters':{'points':{'field':'p','as':'tuples'},"
                            + "'boxes':{'field':'b','as':'tuples'}}"))
                .toString())
        .isEqualTo("{\"p\":[[1,2,1],[3,4,0]],\"b\":[[0,1,8,9]]}");
    assertThat(
            fields(
                    request,
                    model(
                        "segment",
                        "'parameters':{'points':{'field':'p','as':'objects',"
                            + "'words':{'wanted':'label'}}}"))
                .toString())
        .isEqualTo("{\"p\":[{\"x\":1,\"y\":2,\"label\":1},{\"x\":3,\"y\":4,\"label\":0}]}");
  }

  @Test
  void words_stand_for_portable_values() {
    ObjectNode tree =
        fields(
            video().aspectRatio("16:9").duration(Duration.ofSeconds(5)).audio(true).build(),
            video(
                "'aspectRatio':{'field':'r','words':{'16:9':'WIDE'}},"
                    + "'duration':{'field':'d','words':{'5':'short'}},"
                    + "'audio':{'field':'a','as':'text'}"));

    assertThat(tree.toString()).isEqualTo("{\"r\":\"WIDE\",\"d\":\"short\",\"a\":\"true\"}");
  }

  @Test
  void numbers_keep_their_kind() {
    ObjectNode tree =
        fields(
            image().seed(9_007_199_254_740_993L).guidance(7.0).strength(0.1).steps(4).build(),
            image(
                "'seed':{'field':'s'},'guidance':{'field':'g'},'strength':{'field':'t'},"
                    + "'steps':{'field':'n','as':'text'}"));

    assertThat(tree.toString()).isEqualTo("{\"s\":9007199254740993,\"g\":7,\"t\":0.1,\"n\":\"4\"}");
  }

  @Test
  void dots_lead_into_nested_objects_and_constants_come_first() {
    ObjectNode tree =
        fields(
            image().prompt("a boat").seed(1).build(),
            model(
                "image",
                "'constants':{'input.mode':'fast','version':2},"
                    + "'parameters':{'prompt':{'field':'input.text.body'},'seed':{'field':'input.seed'}}"));

    assertThat(tree.toString())
        .isEqualTo(
            "{\"input\":{\"mode\":\"fast\",\"text\":{\"body\":\"a boat\"},\"seed\":1},\"version\":2}");
  }

  @Test
  void options_pass_as_they_are_and_win() {
    ObjectNode tree =
        fields(
            image().prompt("a").option("text", "mine").option("x.y", List.of(1, true)).build(),
            image("'prompt':{'field':'text'}"));

    assertThat(tree.toString()).isEqualTo("{\"text\":\"mine\",\"x.y\":[1,true]}");
  }

  @Test
  void an_option_goes_where_the_catalogue_wants_it() {
    ObjectNode tree =
        fields(
            image().prompt("a").option("shots", true).build(),
            model(
                "image",
                "'parameters':{'prompt':{'field':'text'}},"
                    + "'options':{'shots':{'field':'settings.multi_shot'}}"));

    assertThat(tree.toString()).isEqualTo("{\"text\":\"a\",\"settings\":{\"multi_shot\":true}}");
  }

  @Test
  void a_language_goes_without_its_region() {
    ObjectNode tree =
        fields(
            SpeechRequest.builder().model("toy/m").text("Hi").language("en-GB").build(),
            model(
                "speech", "'parameters':{'text':{},'language':{'field':'lang','as':'language'}}"));

    assertThat(tree.toString()).isEqualTo("{\"lang\":\"en\"}");
  }

  @Test
  void what_the_adapter_places_itself_is_not_in_the_fields() {
    assertThat(fields(image().prompt("a").seed(2).build(), image("'prompt':{},'seed':{}")))
        .isEmpty();
  }

  /** «PT109» was taken for a duration, and went out as the number 0. */
  @ParameterizedTest
  @CsvSource({"PT109", "PT", "PTSD", "PT Cruiser"})
  void a_prompt_that_looks_like_a_duration_stays_a_prompt(String prompt) {
    assertThat(fields(image().prompt(prompt).build(), image("'prompt':{'field':'p'}")))
        .hasToString("{\"p\":\"" + prompt + "\"}");
    assertThat(fields(image().prompt(prompt).build(), image("'prompt':{'field':'p','as':'text'}")))
        .hasToString("{\"p\":\"" + prompt + "\"}");
  }

  /** A style «007» went out as «7», because everything that can be a number was made one. */
  @Test
  void a_text_that_looks_like_a_number_keeps_its_digits() {
    assertThat(
            fields(
                music().title("007").build(),
                model("music", "'parameters':{'title':{'field':'t','as':'text'}}")))
        .hasToString("{\"t\":\"007\"}");
  }

  @Test
  void inputs_are_placed_alone_or_as_lists() {
    Input one = Input.text("references", Delivery.URL, "https://a");
    Input two = Input.text("references", Delivery.URL, "https://b");
    InputSpec.Builder spec = InputSpec.builder().field("in.images");
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ObjectNode single = JsonNodeFactory.instance.objectNode();
    ObjectNode none = JsonNodeFactory.instance.objectNode();

    FieldMapper.place(list, spec.list(true).build(), List.of(one, two));
    FieldMapper.place(single, spec.list(false).build(), List.of(one));
    FieldMapper.place(none, spec.build(), List.of());
    FieldMapper.place(none, InputSpec.builder().build(), List.of(one));

    assertThat(list).hasToString("{\"in\":{\"images\":[\"https://a\",\"https://b\"]}}");
    assertThat(single).hasToString("{\"in\":{\"images\":\"https://a\"}}");
    assertThat(none).isEmpty();
  }

  @Test
  void the_way_an_input_goes_may_decide_on_its_field_and_lists_may_have_objects() {
    InputSpec spec =
        InputSpec.builder()
            .field("in.urls")
            .fieldFor("stored", "in.ids")
            .item("image")
            .list(true)
            .build();
    ObjectNode tree = JsonNodeFactory.instance.objectNode();

    FieldMapper.place(
        tree,
        spec,
        List.of(
            Input.text("references", Delivery.URL, "https://a"),
            Input.text("references", Delivery.STORED, "7"),
            Input.text("references", Delivery.URL, "https://b")));

    assertThat(tree)
        .hasToString(
            "{\"in\":{\"urls\":[{\"image\":\"https://a\"},{\"image\":\"https://b\"}],"
                + "\"ids\":[{\"image\":\"7\"}]}}");
  }
}
