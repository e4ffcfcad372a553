// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import static dev.mediagen.internal.check.Specs.image;
import static dev.mediagen.internal.check.Specs.model;
import static dev.mediagen.internal.check.Specs.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaSource;
import dev.mediagen.OnUnsupported;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuleCheckTest {
  private static ModelSpec video(String rule) {
    return model(
        "video",
        "'parameters':{'duration':{'min':1,'max':20},'resolution':{},'aspectRatio':{},'seed':{}},"
            + "'inputs':{'firstFrame':{'deliver':['url']}},"
            + "'rules':["
            + rule
            + "]");
  }

  private static final ModelSpec FULL_HD =
      video(
          "{'when':{'resolution':['1080p']},'then':{'duration':{'choices':['8']}},"
              + "'because':'1080p comes in 8 s only'}");

  @Test
  void a_rule_narrows_a_parameter_when_another_has_a_value() {
    VideoRequest.Builder six = Specs.video().duration(Duration.ofSeconds(6));

    assertThat(problems(six.resolution("720p").build(), FULL_HD)).isEmpty();
    assertThat(problems(six.resolution("1080P").build(), FULL_HD))
        .extracting(p -> p.field() + " " + p.value() + ": " + p.allowed())
        .containsExactly("duration 6: takes only 8; nearest is 8 (1080p comes in 8 s only)");
  }

  @Test
  void a_narrowed_parameter_snaps() {
    var checked =
        RequestCheck.check(
            Specs.video()
                .duration(Duration.ofSeconds(6))
                .resolution("1080p")
                .onUnsupported(OnUnsupported.SNAP)
                .build(),
            FULL_HD);

    assertThat(((VideoRequest) checked.request().request()).duration())
        .hasValue(Duration.ofSeconds(8));
  }

  @Test
  void a_rule_forbids_and_says_with_what() {
    ModelSpec spec = video("{'when':{'aspectRatio':['*']},'forbid':['resolution']}");

    assertThat(problems(Specs.video().aspectRatio("1:1").resolution("720p").build(), spec))
        .extracting(p -> p.field() + ": " + p.allowed())
        .containsExactly("resolution: must be left out (with aspectRatio)");
    assertThat(problems(Specs.video().resolution("720p").build(), spec)).isEmpty();
  }

  @Test
  void a_rule_requires() {
    ModelSpec spec = video("{'when':{'resolution':['4k','2k']},'require':['duration']}");

    assertThat(problems(Specs.video().resolution("4k").build(), spec))
        .extracting(p -> p.field() + ": " + p.allowed())
        .containsExactly("duration: is missing (with resolution 4k or 2k)");
  }

  @Test
  void a_missing_value_cannot_be_snapped_into_being() {
    ModelSpec spec = video("{'when':{'resolution':['4k']},'require':['duration']}");

    assertThat(
            problems(
                Specs.video().resolution("4k").onUnsupported(OnUnsupported.SNAP).build(), spec))
        .hasSize(1);
  }

  @Test
  void inputs_and_options_take_part_in_rules() {
    ModelSpec spec =
        video(
            "{'when':{'firstFrame':['*']},'forbid':['aspectRatio']},"
                + "{'when':{'draft':['true']},'forbid':['seed']}");
    MediaSource picture = MediaSource.url("https://example.org/a.png");

    assertThat(problems(Specs.video().firstFrame(picture).aspectRatio("1:1").build(), spec))
        .hasSize(1);
    assertThat(problems(Specs.video().option("draft", true).seed(1).build(), spec)).hasSize(1);
    assertThat(problems(Specs.video().option("draft", false).seed(1).build(), spec)).isEmpty();
  }

  @Test
  void all_conditions_of_a_rule_must_hold() {
    ModelSpec spec =
        video("{'when':{'resolution':['4k'],'duration':['5']},'forbid':['seed'],'because':'no'}");

    assertThat(problems(Specs.video().resolution("4k").seed(1).build(), spec)).isEmpty();
    assertThat(
            problems(
                Specs.video().resolution("4k").duration(Duration.ofSeconds(5)).seed(1).build(),
                spec))
        .hasSize(1);
  }

  /** A size is given as width and height, so a rule on it never applied. */
  @Test
  void a_rule_on_the_size_sees_width_and_height() {
    ModelSpec spec =
        model(
            "image",
            "'parameters':{'size':{'choices':['512x512','1024x1024']},'seed':{}},"
                + "'rules':[{'when':{'size':['1024x1024']},'forbid':['seed']}]");

    assertThat(problems(image().width(1024).height(1024).seed(1).build(), spec)).hasSize(1);
    assertThat(problems(image().width(512).height(512).seed(1).build(), spec)).isEmpty();
  }
}
