// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

import static dev.mediagen.local.sketch.scene.Tones.hex;
import static dev.mediagen.local.sketch.scene.Tones.mix;

import java.awt.Color;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The colours of one scene.
 *
 * @param sky from the top to the horizon
 * @param haze what far land fades into
 * @param near the nearest land
 * @param leaf trees and grass at mid distance
 * @param water deep water
 * @param light sun, moon and lit windows
 * @param cloud the lit side of clouds
 */
public record Palette(
    List<Color> sky, Color haze, Color near, Color leaf, Color water, Color light, Color cloud) {

  /** The colours that an hour has before words change them. */
  static Palette at(Hour hour) {
    return switch (hour) {
      case DAY ->
          of(
              0x9CC7D8, 0x1D4A3E, 0x3E8E5A, 0x1F6E8C, 0xFFF7DC, 0xFFFFFF, 0x2F7FC9, 0x7FBCEB,
              0xCFE9F3, 0xF6F3DF);
      case DAWN ->
          of(
              0xE6B8BE, 0x2C2C4A, 0x6A6A8C, 0x5C6E9E, 0xFFF1D0, 0xFFE3DC, 0x4F63A8, 0xA08FC4,
              0xF0B3B8, 0xFFE0BC);
      case SUNSET ->
          of(
              0xE8795E, 0x1B1230, 0x5A2B52, 0x4A2D63, 0xFFF0BE, 0xFFB08A, 0x2A2458, 0x863C7C,
              0xEC6A5E, 0xFFC877);
      case NIGHT ->
          of(
              0x34568A, 0x050A1A, 0x14304A, 0x0B1E42, 0xF6F1DC, 0x6F86B8, 0x050A22, 0x0E1D4C,
              0x24437E, 0x55739F);
    };
  }

  private static Palette of(
      int haze, int near, int leaf, int water, int light, int cloud, int... sky) {
    return new Palette(
        List.of(hex(sky[0]), hex(sky[1]), hex(sky[2]), hex(sky[3])),
        hex(haze),
        hex(near),
        hex(leaf),
        hex(water),
        hex(light),
        hex(cloud));
  }

  /** Every colour but the light changed by the same rule. */
  Palette each(UnaryOperator<Color> rule) {
    return new Palette(
        sky.stream().map(rule).toList(),
        rule.apply(haze),
        rule.apply(near),
        rule.apply(leaf),
        rule.apply(water),
        light,
        rule.apply(cloud));
  }

  /** Land under snow; the sky keeps its colour. */
  Palette snowed() {
    Color snow = mix(hex(0xF2F7FC), sky.get(1), 0.28);
    return new Palette(
        sky,
        mix(haze, snow, 0.35),
        snow,
        mix(mix(haze, hex(0xC4D6E4), 0.5), snow, 0.35),
        water,
        light,
        cloud);
  }

  /** Land of another colour. */
  Palette landed(int nearRgb, int leafRgb, double share) {
    return new Palette(
        sky,
        haze,
        mix(near, hex(nearRgb), share),
        mix(leaf, hex(leafRgb), share),
        water,
        light,
        cloud);
  }

  /** The colour of land at a nearness of 0 (horizon) to 1 (in front). */
  public Color land(double nearness) {
    Color far = mix(haze, leaf, Math.min(1, nearness * 1.7));
    return mix(far, near, Math.max(0, (nearness - 0.25) / 0.75));
  }
}
