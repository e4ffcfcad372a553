// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

/** What falls from the sky of a scene, or hangs in it. */
public enum Weather {
  CLEAR,
  RAIN,
  SNOW,
  FOG;

  static Weather of(Words words) {
    if (words.any("snow", "snowy", "winter", "blizzard", "ice", "frozen", "christma")) {
      return SNOW;
    }
    if (words.any("rain", "rainy", "storm", "stormy", "thunder", "drizzle")) {
      return RAIN;
    }
    return words.any("fog", "foggy", "mist", "misty", "haze", "hazy") ? FOG : CLEAR;
  }
}
