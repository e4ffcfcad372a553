// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.segment.Box;
import dev.mediagen.segment.Point;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParametersTest {
  @ParameterizedTest
  @EnumSource
  void everyParameterOfTheBuilderIsThere(MediaKind kind) {
    List<String> common =
        Arrays.stream(MediaRequest.class.getMethods()).map(Method::getName).toList();
    List<String> accessors =
        Arrays.stream(kind.requestType().getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(
                method ->
                    List.of(Optional.class, List.class, String.class, MediaSource.class)
                        .contains(method.getReturnType()))
            .map(Method::getName)
            .filter(name -> !common.contains(name))
            .toList();

    assertThat(Parameters.of(kind))
        .extracting(Parameter::name)
        .containsExactlyInAnyOrderElementsOf(accessors);
  }

  @ParameterizedTest
  @EnumSource
  void everyParameterIsDescribedAndHasANameOfItsOwn(MediaKind kind) {
    assertThat(Parameters.of(kind))
        .allSatisfy(
            parameter -> assertThat(parameter.description()).isNotEqualTo("See the documentation."))
        .extracting(Parameter::option)
        .doesNotHaveDuplicates()
        .doesNotContain(
            "--model",
            "--fallback",
            "--option",
            "--on-unsupported",
            "--timeout",
            "--out",
            "--json",
            "--debug",
            "--help");
  }

  @Test
  void videoHasItsOptionsWithTheirTypes() {
    assertThat(types(MediaKind.VIDEO))
        .containsEntry("--negative-prompt", String.class)
        .containsEntry("--aspect-ratio", String.class)
        .containsEntry("--duration", Duration.class)
        .containsEntry("--count", Integer.class)
        .containsEntry("--seed", Long.class)
        .containsEntry("--guidance", Double.class)
        .containsEntry("--audio", Boolean.class)
        .containsEntry("--first-frame", MediaSource.class)
        .containsEntry("--reference", Reference.class);
  }

  @Test
  void listsAreGivenOneByOneUnderTheirSingularName() {
    assertThat(types(MediaKind.SEGMENT))
        .containsEntry("--point", Point.class)
        .containsEntry("--box", Box.class);
    assertThat(Parameters.of(MediaKind.SEGMENT))
        .filteredOn(Parameter::list)
        .extracting(Parameter::name)
        .containsExactly("boxes", "points");
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE,prompt,false",
    "VIDEO,prompt,false",
    "MUSIC,prompt,false",
    "SPEECH,text,true",
    "SOUND,prompt,false",
    "TRANSCRIPT,source,true",
    "SEGMENT,source,true",
    "UPSCALE,source,true",
    "MODEL3D,prompt,false"
  })
  void whatTheRequestCannotDoWithoutNeedsNoOptionName(
      MediaKind kind, String name, boolean required) {
    assertThat(Parameters.main(kind).name()).isEqualTo(name);
    assertThat(Parameters.main(kind).required()).isEqualTo(required);
  }

  private static Map<String, Class<?>> types(MediaKind kind) {
    return Parameters.of(kind).stream()
        .collect(Collectors.toMap(Parameter::option, Parameter::type));
  }
}
