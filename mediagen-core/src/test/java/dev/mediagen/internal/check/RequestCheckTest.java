// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import static dev.mediagen.internal.check.Specs.image;
import static dev.mediagen.internal.check.Specs.model;
import static dev.mediagen.internal.check.Specs.music;
import static dev.mediagen.internal.check.Specs.problems;
import static dev.mediagen.internal.check.Specs.video;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.InvalidRequestException.Problem;
import dev.mediagen.speech.SpeechRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestCheckTest {
  private static final ModelSpec OIL =
      image(
          "'prompt':{'required':true,'maxLength':10},"
              + "'steps':{'min':1,'max':50},"
              + "'guidance':{'min':1.5},"
              + "'strength':{'max':0.9},"
              + "'quality':{'choices':['low','high']},"
              + "'aspectRatio':{'choices':['1:1','16:9','9:16']},"
              + "'count':{'choices':['1','2','4']}");

  private static String only(java.util.List<Problem> problems) {
    assertThat(problems).hasSize(1);
    Problem problem = problems.get(0);
    return problem.field() + " " + problem.value() + ": " + problem.allowed();
  }

  @Test
  void a_request_within_all_bounds_passes_as_it_is() {
    var request = image().prompt("a boat").steps(50).guidance(1.5).quality("HIGH").build();

    RequestCheck.Checked checked = RequestCheck.check(request, OIL);

    assertThat(checked.request().request()).isEqualTo(request);
    assertThat(checked.warnings()).isEmpty();
  }

  @Test
  void an_empty_prompt_is_refused() {
    assertThat(only(problems(image().prompt(" \n").build(), OIL)))
        .contains("prompt")
        .endsWith("is empty: say what you want");
    ModelSpec voice = model("speech", "'parameters':{'text':{'field':'text'}}");
    assertThat(only(problems(SpeechRequest.builder().model("toy/m").text("").build(), voice)))
        .isEqualTo("text \"\": is empty: say what you want");
  }

  @Test
  void a_parameter_the_model_cannot_do_without_is_named() {
    assertThat(only(problems(image().steps(5).build(), OIL)))
        .isEqualTo("prompt (none): is missing: the model cannot do without");
  }

  @Test
  void a_text_that_is_too_long_says_how_long_it_is() {
    assertThat(only(problems(image().prompt("a long boat").build(), OIL)))
        .isEqualTo("prompt a long boat: takes at most 10 characters, this has 11");
  }

  @Test
  void a_number_out_of_range_is_told_the_nearest() {
    assertThat(only(problems(image().prompt("a").steps(80).build(), OIL)))
        .isEqualTo("steps 80: takes 1 to 50; nearest is 50");
    assertThat(only(problems(image().prompt("a").guidance(1).build(), OIL)))
        .isEqualTo("guidance 1: takes 1.5 or more; nearest is 1.5");
    assertThat(only(problems(image().prompt("a").strength(1).build(), OIL)))
        .isEqualTo("strength 1: takes at most 0.9; nearest is 0.9");
  }

  @Test
  void a_choice_is_answered_with_all_choices_and_the_nearest() {
    assertThat(only(problems(image().prompt("a").aspectRatio("21:9").build(), OIL)))
        .isEqualTo("aspectRatio 21:9: takes 1:1, 16:9 or 9:16; nearest is 16:9");
    assertThat(only(problems(image().prompt("a").count(3).build(), OIL)))
        .isEqualTo("count 3: takes 1, 2 or 4; nearest is 2");
  }

  @Test
  void a_duration_is_held_against_seconds() {
    ModelSpec clip = video("'duration':{'choices':['5','10']}");

    assertThat(problems(video().duration(Duration.ofSeconds(10)).build(), clip)).isEmpty();
    assertThat(only(problems(video().duration(Duration.ofSeconds(7)).build(), clip)))
        .isEqualTo("duration 7: takes 5 or 10; nearest is 5");
    ModelSpec range = video("'duration':{'min':2,'max':8.5}");
    assertThat(problems(video().duration(Duration.ofMillis(8500)).build(), range)).isEmpty();
    assertThat(only(problems(video().duration(Duration.ofSeconds(60)).build(), range)))
        .isEqualTo("duration 60: takes 2 to 8.5; nearest is 8.5");
  }

  @Test
  void the_keys_of_words_are_choices_too() {
    ModelSpec spec = image("'style':{'words':{'oil':'OIL_PAINTING'}}");

    assertThat(problems(image().style("oil").build(), spec)).isEmpty();
    assertThat(only(problems(image().style("chalk").build(), spec)))
        .isEqualTo("style chalk: takes only oil; nearest is oil");
  }

  @Test
  void a_number_off_the_grid_is_told_the_nearest_on_it() {
    ModelSpec spec = image("'size':{'min':256,'max':2048,'multipleOf':64}");

    assertThat(only(problems(image().width(1000).height(1024).build(), spec)))
        .isEqualTo("width 1000: takes 256 to 2048 multiples of 64; nearest is 1024");
    assertThat(problems(image().width(1024).height(256).build(), spec)).isEmpty();
  }

  /** With a bound that is off the grid, the bound itself passed, and was the nearest. */
  @Test
  void a_bound_that_is_off_the_grid_is_not_taken_for_a_valid_value() {
    ModelSpec spec = image("'steps':{'min':10,'max':50,'multipleOf':8}");

    assertThat(only(problems(image().steps(50).build(), spec))).endsWith("nearest is 48");
    assertThat(only(problems(image().steps(90).build(), spec))).endsWith("nearest is 48");
    assertThat(only(problems(image().steps(10).build(), spec))).endsWith("nearest is 16");
  }

  @Test
  void what_no_model_takes_is_refused_without_a_catalogue() {
    ModelSpec unknown = Catalog.empty("toy").assume(ModelId.of("toy/x"), MediaKind.IMAGE);
    var request = image().prompt("").width(-1).height(5).count(0).aspectRatio("wide").build();

    assertThat(problems(request, unknown))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("prompt", "width", "count", "aspectRatio");
    assertThat(problems(video().duration(Duration.ZERO).build(), video("'duration':{}")))
        .extracting(Problem::allowed)
        .containsExactly("must be more than 0");
    assertThat(problems(image().aspectRatio("auto").build(), unknown)).isEmpty();
  }

  /** A NaN ended in a NumberFormatException from the depths. */
  @Test
  void a_number_that_is_none_is_refused_by_name() {
    assertThat(only(problems(image().prompt("a").guidance(Double.NaN).build(), OIL)))
        .startsWith("guidance NaN");
    assertThat(only(problems(image().prompt("a").strength(Double.POSITIVE_INFINITY).build(), OIL)))
        .startsWith("strength Infinity");
  }

  @Test
  void several_problems_are_reported_at_once() {
    var request = image().prompt("a").steps(80).quality("best").seed(4).build();

    assertThat(problems(request, OIL))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("quality", "seed", "steps");
  }

  @Test
  void a_request_of_another_kind_is_refused() {
    assertThat(only(problems(music().prompt("a").build(), OIL)))
        .isEqualTo("kind music: this model makes image");
  }

  @Test
  void an_unknown_model_is_not_checked_and_says_so() {
    ModelSpec unknown = Catalog.empty("toy").assume(ModelId.of("toy/x"), MediaKind.IMAGE);

    RequestCheck.Checked checked =
        RequestCheck.check(image().prompt("a").steps(100_000).build(), unknown);

    assertThat(checked.warnings()).singleElement().asString().contains("toy/x").contains("not in");
  }

  @Test
  void an_option_that_the_model_cannot_do_without_is_missed() {
    ModelSpec spec =
        model("image", "'parameters':{'prompt':{}},'options':{'action':{'required':true}}");

    assertThat(problems(image().prompt("a").option("action", "x").build(), spec)).isEmpty();
    assertThat(problems(image().prompt("a").build(), spec))
        .extracting(Problem::field)
        .containsExactly("option action");
  }

  @Test
  void options_that_are_known_are_checked_and_others_pass() {
    ModelSpec spec =
        model(
            "image",
            "'parameters':{'prompt':{}},'options':{'tier':{'choices':['fast','best']},'n':{'max':3}}");

    assertThat(problems(image().prompt("a").option("other", 5).option("n", 3).build(), spec))
        .isEmpty();
    assertThat(problems(image().prompt("a").option("tier", "x").option("n", 4).build(), spec))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("option tier", "option n");
  }
}
