// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Noise;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Scene;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import dev.mediagen.local.sketch.scene.Weather;
import java.awt.Color;
import java.util.Random;

/**
 * A scene with a size and a moment: where the horizon lies, how long a step is, how late it is.
 *
 * @param time seconds since the scene began; only motion depends on it
 */
public record Stage(Scene scene, double width, double height, double time) {
  private static final Color SHADOW = new Color(0x10182A);

  /** One hundredth of the shorter side: the measure for everything drawn. */
  public double unit() {
    return Math.min(width, height) / 100;
  }

  /** Where sky and land or water meet, from the top. */
  public double horizon() {
    double share = scene.shows(Subject.WATER) ? 0.56 : 0.62;
    return height * (share + (chance("horizon").nextDouble() - 0.5) * 0.06);
  }

  /** Where the sun or the moon stands, from the left. */
  public double lightX() {
    double side = chance("light").nextDouble();
    return width * (side < 0.5 ? 0.2 + side * 0.4 : 0.55 + (side - 0.5) * 0.5);
  }

  /** Where the sun or the moon stands, from the top. */
  public double lightY() {
    double high = 0.16 + chance("height").nextDouble() * 0.1;
    return switch (scene.hour()) {
      case DAY, NIGHT -> height * high;
      case DAWN, SUNSET -> horizon() - unit() * (7 + high * 30);
    };
  }

  /** The colours. */
  public Palette palette() {
    return scene.palette();
  }

  /** What things in shadow fade into: dark even where the land is white. */
  public Color shade() {
    return scene.weather() == Weather.SNOW
        ? Tones.mix(palette().sky().get(0), SHADOW, 0.5)
        : palette().near();
  }

  /** Chance for one purpose, the same at every moment. */
  public Random chance(String purpose) {
    return scene.chance(purpose);
  }

  /** Smooth chance for one purpose, the same at every moment. */
  public Noise noise(String purpose) {
    return new Noise(chance(purpose).nextLong());
  }
}
