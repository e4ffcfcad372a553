// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  private static Catalog read(String json) {
    return Catalog.read(json.replace('\'', '"'));
  }

  private static ModelSpec only(String templates, String model) {
    return read("{'provider':'toy','source':'https://toy.example','checked':'2026-11-20',"
            + "'templates':{"
            + templates
            + "},'models':["
            + model
            + "]}")
        .models()
        .iterator()
        .next();
  }

  private static ParameterSpec parameter(ModelSpec spec, String name) {
    return Objects.requireNonNull(spec.parameters().get(name));
  }

  @Test
  void an_entry_is_read_in_full() {
    ModelSpec spec =
        only(
            "",
            "{'id':'fal-ai/oil','kind':'video','title':'Oil','aliases':['oil'],"
                + "'parameters':{'duration':{'field':'d','as':'seconds_text','choices':['5','10'],"
                + "'defaultValue':'5'}},"
                + "'inputs':{'firstFrame':{'field':'image','deliver':['url','data_uri'],'max':1,"
                + "'maxBytes':1000,'relabel':{'audio/wav':'audio/x-wav'}}},"
                + "'constants':{'v':2},'facts':{'path':'/x'},"
                + "'rules':[{'when':{'duration':['10']},'forbid':['seed'],'because':'so'}],"
                + "'typicalTime':'PT40S','maximumTime':600,"
                + "'prices':[{'unit':'second','usd':0.05,'when':{'audio':'true'},"
                + "'source':'https://toy.example/p','asOf':'2026-11','confidence':'A'}],"
                + "'deprecated':'2026-01-01','retired':'2027-01-01','successor':'toy/oil-2'}");

    assertThat(spec.id()).isEqualTo(ModelId.of("toy/fal-ai/oil"));
    assertThat(spec.known()).isTrue();
    assertThat(parameter(spec, "duration").choices()).containsExactly("5", "10");
    assertThat(parameter(spec, "duration").as()).isEqualTo(ParameterSpec.Form.SECONDS_TEXT);
    assertThat(Objects.requireNonNull(spec.inputs().get("firstFrame")).deliver())
        .containsExactly(InputSpec.Delivery.URL, InputSpec.Delivery.DATA_URI);
    assertThat(spec.typicalTime()).hasValue(Duration.ofSeconds(40));
    assertThat(spec.maximumTime()).hasValue(Duration.ofMinutes(10));
    assertThat(spec.prices().get(0).usd()).isEqualTo(new BigDecimal("0.05"));
    assertThat(spec.retired()).hasValue(LocalDate.of(2027, 1, 1));
    assertThat(spec.source()).hasValue("https://toy.example");
    assertThat(spec.checked()).hasValue(LocalDate.of(2026, 11, 20));
  }

  @Test
  void a_template_gives_what_the_entry_does_not_say() {
    ModelSpec spec =
        only(
            "'base':{'kind':'image','parameters':{'prompt':{'field':'p','maxLength':5},'seed':{}}},"
                + "'square':{'like':'base','constants':{'size':'square'}}",
            "{'id':'m','like':'square','parameters':{'prompt':{'maxLength':9},'steps':{}}}");

    assertThat(spec.kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(spec.parameters()).containsOnlyKeys("prompt", "seed", "steps");
    assertThat(parameter(spec, "prompt").field()).hasValue("p");
    assertThat(parameter(spec, "prompt").maxLength()).hasValue(9);
    assertThat(spec.constants()).isEqualTo(Map.of("size", "square"));
  }

  @Test
  void a_template_that_is_like_itself_is_refused() {
    assertThatThrownBy(
            () ->
                Catalog.read(
                    "{\"provider\":\"toy\",\"templates\":{\"a\":{\"like\":\"b\"},"
                        + "\"b\":{\"like\":\"a\"}},\"models\":[{\"id\":\"m\",\"like\":\"a\"}]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is like itself");
  }

  @Test
  void null_takes_away_what_a_template_gives() {
    ModelSpec spec =
        only(
            "'base':{'kind':'image','title':'T','parameters':{'prompt':{'maxLength':5},'seed':{}}}",
            "{'id':'m','like':'base','title':null,"
                + "'parameters':{'seed':null,'prompt':{'maxLength':null}}}");

    assertThat(spec.title()).isEmpty();
    assertThat(spec.parameters()).containsOnlyKeys("prompt");
    assertThat(parameter(spec, "prompt").maxLength()).isEmpty();
  }

  @Test
  void two_entries_from_one_template_do_not_touch_each_other() {
    Catalog catalog =
        read(
            "{'provider':'toy','templates':{'t':{'kind':'image','parameters':{'seed':{}}}},"
                + "'models':[{'id':'a','like':'t','parameters':{'seed':null}},{'id':'b','like':'t'}]}");

    assertThat(catalog.find("a").orElseThrow().parameters()).isEmpty();
    assertThat(catalog.find("b").orElseThrow().parameters()).containsOnlyKeys("seed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | a catalogue is a JSON object with a provider",
        "{'models':[]} | a catalogue is a JSON object with a provider",
        "{oops | not JSON",
        "{'provider':'t','models':[{'id':'m','kind':'image'},{'id':'m','kind':'image'}]} | t/m twice",
        "{'provider':'t','models':[{'id':'m','like':'x'}]} | no template \"x\"",
        "{'provider':'t','models':[{'id':'m','kind':'image','parametres':{}}]} | did you mean parameters",
        "{'provider':'t','models':[{'id':'m','kind':'picture'}]} | kind picture",
        "{'provider':'t','models':[{'id':'m','kind':'image','retired':'soon'}]} | retired soon",
        "{'provider':'t','models':[{'id':'m'}]} | catalogue entry m"
      })
  void what_cannot_be_right_is_refused_with_a_reason(String json, String reason) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_model_is_found_by_its_id_or_an_alias() {
    Catalog catalog =
        read(
            "{'provider':'toy','models':[{'id':'a','kind':'image','aliases':['b','old']},"
                + "{'id':'b','kind':'video'}]}");

    assertThat(catalog.find("old").orElseThrow().id()).isEqualTo(ModelId.of("toy/a"));
    assertThat(catalog.find("b").orElseThrow().kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(catalog.find("c")).isEmpty();
  }

  @Test
  void similar_names_are_offered() {
    Catalog catalog =
        read(
            "{'provider':'toy','models':[{'id':'flux-2-max','kind':'image'},"
                + "{'id':'flux-2-pro','kind':'image'},{'id':'kling','kind':'video'}]}");

    assertThat(catalog.similar("flux-2-mxa")).first().isEqualTo("flux-2-max");
    assertThat(catalog.similar("klin")).containsExactly("kling");
    assertThat(catalog.similar("zzzzzz")).isEmpty();
  }

  @Test
  void an_unlisted_model_is_assumed_from_the_template_of_its_kind() {
    Catalog catalog =
        read(
            "{'provider':'toy','models':[],"
                + "'unknown':{'image':{'parameters':{'prompt':{'field':'text'}}}}}");

    ModelSpec image = catalog.assume(ModelId.of("toy/new"), MediaKind.IMAGE);
    ModelSpec video = catalog.assume(ModelId.of("toy/new"), MediaKind.VIDEO);

    assertThat(image.known()).isFalse();
    assertThat(image.parameters()).containsOnlyKeys("prompt");
    assertThat(image.id()).isEqualTo(ModelId.of("toy/new"));
    assertThat(video.known()).isFalse();
    assertThat(video.parameters()).isEmpty();
  }

  @Test
  void entries_of_another_catalogue_are_added_or_put_in_place() {
    Catalog own =
        read("{'provider':'toy','models':[{'id':'a','kind':'image'},{'id':'b','kind':'image'}]}");
    Catalog more =
        read(
            "{'provider':'toy','models':[{'id':'b','kind':'video'},{'id':'c','kind':'music'}],"
                + "'unknown':{'image':{'note':'guessed'}}}");

    Catalog both = own.with(more);

    assertThat(both.models()).extracting(m -> m.id().name()).containsExactly("a", "b", "c");
    assertThat(both.find("b").orElseThrow().kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(both.assume(ModelId.of("toy/x"), MediaKind.IMAGE).note()).hasValue("guessed");
    assertThat(own.find("c")).isEmpty();
  }

  @Test
  void a_catalogue_that_is_not_there_is_named() {
    assertThatThrownBy(() -> Catalog.load(CatalogTest.class))
        .hasMessageContaining("no models.json beside " + CatalogTest.class.getName());
  }

  @Test
  void one_model_may_make_several_kinds_of_media() {
    Catalog catalog =
        Catalog.read(
            """
            {"provider": "toy", "models": [
              {"id": "a", "kind": "image"},
              {"id": "a", "kind": "video", "aliases": ["b"]}]}
            """);

    assertThat(catalog.find("a").orElseThrow().kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(catalog.find("a", MediaKind.VIDEO).orElseThrow().kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(catalog.find("b", MediaKind.IMAGE).orElseThrow().kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(catalog.models()).hasSize(2);
    assertThat(catalog.similar("aa")).containsExactly("a");
  }
}
