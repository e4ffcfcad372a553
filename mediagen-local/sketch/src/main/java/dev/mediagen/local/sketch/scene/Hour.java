// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

/** The light of a scene. */
public enum Hour {
  DAY,
  DAWN,
  SUNSET,
  NIGHT;

  static Hour of(Words words, long dice) {
    if (words.any(
        "night",
        "midnight",
        "moon",
        "moonlit",
        "star",
        "starry",
        "dark",
        "nightfall",
        "aurora",
        "northern",
        "firefly")) {
      return NIGHT;
    }
    if (words.any("sunset", "dusk", "evening", "twilight", "golden", "autumn", "desert")) {
      return SUNSET;
    }
    if (words.any("dawn", "sunrise", "morning", "pink", "misty")) {
      return DAWN;
    }
    if (words.any("day", "noon", "sunny", "midday", "summer", "spring", "sun", "rain", "blue")) {
      return DAY;
    }
    return values()[(int) Math.floorMod(dice, 4L)];
  }
}
