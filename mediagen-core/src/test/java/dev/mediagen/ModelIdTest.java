// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelIdTest {
  @Test
  void the_first_slash_parts_the_provider_from_the_vendors_own_name() {
    ModelId id = ModelId.of("fal/fal-ai/flux/dev");

    assertThat(id.provider()).isEqualTo("fal");
    assertThat(id.name()).isEqualTo("fal-ai/flux/dev");
  }

  @Test
  void some_vendors_have_names_with_spaces() {
    assertThat(ModelId.of("aihorde/AlbedoBase XL (SDXL)").name()).isEqualTo("AlbedoBase XL (SDXL)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fal",
        "/flux",
        "fal/",
        "fa l/flux",
        " fal/flux",
        "fal/ flux",
        "fal/flux ",
        "fal/fl\nux"
      })
  void what_is_no_id_is_refused(String text) {
    assertThatThrownBy(() -> ModelId.of(text)).isInstanceOf(InvalidRequestException.class);
  }
}
