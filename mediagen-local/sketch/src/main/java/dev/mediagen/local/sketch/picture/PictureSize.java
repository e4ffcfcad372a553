// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.InvalidInput;
import java.util.List;

/** The size that a request asks for: width and height, or one side or the area and a ratio. */
public record PictureSize(int width, int height) {
  /** The fields that are read. */
  static List<Field> fields(int min, int max, int fallback) {
    return List.of(
        Field.whole("width", min, max, "Pixels across.").or(fallback),
        Field.whole("height", min, max, "Pixels down.").or(fallback),
        RATIO);
  }

  private static final Field RATIO =
      Field.text("aspect_ratio", 16, "Such as 16:9; used when width or height is left out.");

  /** Reads the size; a missing side follows from the ratio. */
  static PictureSize read(Input input, List<Field> fields) {
    Field width = fields.get(0);
    Field height = fields.get(1);
    double ratio = ratio(input.text(RATIO));
    if (input.has(width) && input.has(height)) {
      return new PictureSize(input.whole(width), input.whole(height));
    }
    if (input.has(width)) {
      int across = input.whole(width);
      return new PictureSize(across, within(height, across / ratio));
    }
    if (input.has(height)) {
      int down = input.whole(height);
      return new PictureSize(within(width, down * ratio), down);
    }
    double side = width.fallback() instanceof Integer i ? i : width.max();
    double across = side * Math.sqrt(ratio);
    return new PictureSize(within(width, across), within(height, across / ratio));
  }

  private static int within(Field field, double value) {
    return (int) Math.max(field.min(), Math.min(field.max(), Math.rint(value)));
  }

  private static double ratio(String text) {
    if (text.isEmpty()) {
      return 1;
    }
    int colon = text.indexOf(':');
    try {
      double across = Double.parseDouble(text.substring(0, Math.max(0, colon)));
      double down = Double.parseDouble(text.substring(colon + 1));
      if (across > 0 && down > 0 && across / down <= 8 && down / across <= 8) {
        return across / down;
      }
    } catch (NumberFormatException e) {
      // told below, together with ratios that are out of bounds
    }
    throw new InvalidInput(
        RATIO.name(),
        "value_error",
        "aspect_ratio was '" + text + "'; allowed: W:H from 1:8 to 8:1, such as 16:9");
  }
}
