// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

import java.awt.Color;

/** Arithmetic on colours. */
public final class Tones {
  private Tones() {}

  /** A colour from its six hexadecimal digits. */
  public static Color hex(int rgb) {
    return new Color(rgb);
  }

  /** The colour that is {@code share} of the way from one to the other. */
  public static Color mix(Color from, Color to, double share) {
    double s = Math.max(0, Math.min(1, share));
    return new Color(
        blend(from.getRed(), to.getRed(), s),
        blend(from.getGreen(), to.getGreen(), s),
        blend(from.getBlue(), to.getBlue(), s),
        blend(from.getAlpha(), to.getAlpha(), s));
  }

  /** The colour at an opacity of 0 to 1. */
  public static Color sheer(Color color, double opacity) {
    int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, opacity)));
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** The colour with its hue turned, in parts of a full circle. */
  public static Color turn(Color color, double by) {
    float[] hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
    return Color.getHSBColor((float) (hsb[0] + by), hsb[1], hsb[2]);
  }

  /** The colour with its saturation multiplied. */
  public static Color drain(Color color, double saturation) {
    float[] hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
    return Color.getHSBColor(hsb[0], (float) Math.min(1, hsb[1] * saturation), hsb[2]);
  }

  private static int blend(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
