// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import static dev.mediagen.OnUnsupported.SNAP;
import static dev.mediagen.OnUnsupported.WARN;
import static dev.mediagen.internal.check.Specs.image;
import static dev.mediagen.internal.check.Specs.model;
import static dev.mediagen.internal.check.Specs.problems;
import static dev.mediagen.internal.check.Specs.video;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.InvalidRequestException.Problem;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnsupportedTest {
  private static final ModelSpec SIZES =
      image("'prompt':{},'size':{'choices':['1024x1024','1536x1024','1024x1536']}");
  private static final MediaSource PICTURE = MediaSource.url("https://example.org/a.png");

  private static RequestCheck.Checked pass(ImageRequest request, ModelSpec model) {
    return RequestCheck.check(request, model);
  }

  @Test
  void a_parameter_the_model_does_not_take_is_refused_with_what_it_takes() {
    ModelSpec spec = image("'prompt':{},'seed':{}");

    assertThat(problems(image().prompt("a").steps(4).build(), spec))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.field()).isEqualTo("steps");
              assertThat(p.allowed()).contains("is not taken").contains("prompt, seed");
            });
  }

  @Test
  void with_warn_it_is_left_out_and_said() {
    var checked =
        pass(image().prompt("a").steps(4).onUnsupported(WARN).build(), image("'prompt':{}"));

    assertThat(((ImageRequest) checked.request().request()).steps()).isEmpty();
    assertThat(checked.warnings())
        .singleElement()
        .asString()
        .startsWith("steps 4: is not taken by this model")
        .endsWith("left out");
  }

  @Test
  void with_warn_a_value_out_of_range_is_left_out_too() {
    var checked = pass(image().steps(90).onUnsupported(WARN).build(), image("'steps':{'max':50}"));

    assertThat(((ImageRequest) checked.request().request()).steps()).isEmpty();
    assertThat(checked.warnings())
        .containsExactly("steps 90: takes at most 50; nearest is 50; left out");
  }

  @Test
  void with_snap_the_nearest_value_is_used_and_said() {
    var checked = pass(image().steps(90).onUnsupported(SNAP).build(), image("'steps':{'max':50}"));

    assertThat(((ImageRequest) checked.request().request()).steps()).hasValue(50);
    assertThat(checked.warnings())
        .containsExactly("steps 90: takes at most 50; nearest is 50; 50 is used");
  }

  @Test
  void with_snap_what_has_no_nearest_value_is_left_out() {
    var checked =
        pass(image().prompt("a").seed(4).onUnsupported(SNAP).build(), image("'prompt':{}"));

    assertThat(((ImageRequest) checked.request().request()).seed()).isEmpty();
    assertThat(checked.warnings()).singleElement().asString().endsWith("left out");
  }

  @Test
  void durations_and_ratios_snap_too() {
    ModelSpec spec =
        video("'duration':{'choices':['5','10']},'aspectRatio':{'choices':['16:9','9:16']}");

    var checked =
        RequestCheck.check(
            video().duration(Duration.ofSeconds(8)).aspectRatio("4:3").onUnsupported(SNAP).build(),
            spec);

    VideoRequest changed = (VideoRequest) checked.request().request();
    assertThat(changed.duration()).hasValue(Duration.ofSeconds(10));
    assertThat(changed.aspectRatio()).hasValue("16:9");
    assertThat(checked.warnings()).hasSize(2);
  }

  @Test
  void width_and_height_go_together() {
    assertThat(problems(image().width(1024).build(), SIZES))
        .extracting(Problem::field)
        .containsExactly("height");
    assertThat(problems(image().width(1024).height(1536).build(), SIZES)).isEmpty();
    assertThat(problems(image().width(1000).height(500).build(), SIZES))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.field()).isEqualTo("size");
              assertThat(p.value()).isEqualTo("1000x500");
              assertThat(p.allowed()).endsWith("nearest is 1536x1024");
            });
  }

  @Test
  void a_size_snaps_as_a_pair() {
    var checked = pass(image().width(1000).height(500).onUnsupported(SNAP).build(), SIZES);

    ImageRequest changed = (ImageRequest) checked.request().request();
    assertThat(changed.width()).hasValue(1536);
    assertThat(changed.height()).hasValue(1024);
    assertThat(checked.warnings()).singleElement().asString().startsWith("size 1000x500");
  }

  @Test
  void a_size_is_left_out_as_a_pair() {
    var checked = pass(image().width(1000).height(500).onUnsupported(WARN).build(), SIZES);

    ImageRequest changed = (ImageRequest) checked.request().request();
    assertThat(changed.width()).isEmpty();
    assertThat(changed.height()).isEmpty();
    assertThat(checked.warnings()).singleElement().asString().endsWith("left out");
  }

  /** The size was looked for under its own name, where it never is. */
  @Test
  void a_required_size_is_there_when_width_and_height_are() {
    ModelSpec spec = image("'size':{'required':true,'min':64}");

    assertThat(problems(image().width(512).height(512).build(), spec)).isEmpty();
    assertThat(problems(image().build(), spec)).extracting(Problem::field).containsExactly("size");
  }

  @Test
  void an_input_that_is_not_taken_is_refused_whatever_the_policy() {
    ModelSpec none = image("'prompt':{}");
    ModelSpec mask = model("image", "'inputs':{'mask':{'deliver':['url']}}");

    assertThat(problems(image().source(PICTURE).onUnsupported(WARN).build(), none))
        .extracting(Problem::allowed)
        .containsExactly("is not taken by this model; it takes no inputs");
    assertThat(problems(image().source(PICTURE).build(), mask))
        .extracting(Problem::allowed)
        .containsExactly("is not taken by this model; it takes mask");
  }

  @Test
  void too_many_inputs_are_refused() {
    ModelSpec spec = model("image", "'inputs':{'references':{'max':2,'deliver':['url']}}");
    ImageRequest.Builder three = image();
    for (int i = 0; i < 3; i++) {
      three.reference(Reference.of(PICTURE));
    }

    assertThat(problems(three.build(), spec))
        .extracting(p -> p.field() + " " + p.value() + ": " + p.allowed())
        .containsExactly("references 3 of them: takes at most 2");
  }

  @Test
  void a_missing_input_is_named() {
    ModelSpec spec = model("image", "'inputs':{'source':{'required':true,'deliver':['url']}}");

    assertThat(problems(image().build(), spec))
        .extracting(Problem::field)
        .containsExactly("source");
  }
}
