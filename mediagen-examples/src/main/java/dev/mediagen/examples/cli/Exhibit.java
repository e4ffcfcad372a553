// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One piece of the contact sheet.
 *
 * @param title what it is called on the page
 * @param caption what was asked for
 * @param model who was asked
 * @param result what came out, unless it failed
 * @param files where the outputs are
 * @param failure why there is no result
 */
record Exhibit(
    String title,
    String caption,
    ModelId model,
    Optional<? extends MediaResult> result,
    List<Path> files,
    String failure) {

  static Exhibit of(String title, String caption, Made<?> made) {
    return new Exhibit(
        title, caption, made.result().model(), Optional.of(made.result()), made.files(), "");
  }

  static Exhibit failed(String title, String caption, ModelId model, String failure) {
    return new Exhibit(title, caption, model, Optional.empty(), List.of(), failure);
  }
}
