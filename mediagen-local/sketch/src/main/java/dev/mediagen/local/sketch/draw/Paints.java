// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.util.List;

/** Gradients. */
final class Paints {
  private Paints() {}

  /** Evenly spread colours from one height to another. */
  static Paint vertical(double top, double bottom, List<Color> colours) {
    float[] at = new float[colours.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = i / (float) (at.length - 1);
    }
    double end = bottom - top < 0.5 ? top + 0.5 : bottom;
    return new LinearGradientPaint(
        new Point2D.Double(0, top), new Point2D.Double(0, end), at, colours.toArray(new Color[0]));
  }

  /** A soft spot of light that fades to nothing. */
  static Paint glow(double x, double y, double radius, Color colour, double opacity) {
    return new RadialGradientPaint(
        new Point2D.Double(x, y),
        (float) radius,
        new float[] {0f, 0.3f, 0.65f, 1f},
        new Color[] {
          Tones.sheer(colour, opacity),
          Tones.sheer(colour, opacity * 0.5),
          Tones.sheer(colour, opacity * 0.13),
          Tones.sheer(colour, 0)
        });
  }
}
