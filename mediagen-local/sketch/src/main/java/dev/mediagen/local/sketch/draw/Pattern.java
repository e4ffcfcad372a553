// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Noise;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

/** Flowing bands and discs, for prompts without a word that names a scene. */
final class Pattern implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    Random chance = stage.chance("pattern");
    float hue =
        stage
            .scene()
            .accent()
            .map(c -> Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null)[0])
            .orElse(chance.nextFloat());
    float step = 0.05f + 0.11f * chance.nextFloat();
    Color warm = Color.getHSBColor(hue + 0.48f + step, 0.55f, 0.98f);
    Color pale = Color.getHSBColor(hue + step, 0.16f, 0.98f);
    canvas.fill(
        Shapes.box(0, 0, stage.width(), stage.height()),
        Paints.vertical(0, stage.height(), List.of(pale, Tones.mix(pale, warm, 0.45))));
    double u = stage.unit();
    double x = stage.width() * (0.25 + 0.5 * chance.nextDouble());
    double y = stage.height() * (0.26 + 0.14 * chance.nextDouble()) + Math.sin(stage.time()) * u;
    for (int ring = 4; ring >= 0; ring--) {
      double r = u * (9 + ring * 6.5) * (1 + 0.02 * Math.sin(stage.time() * 1.5 + ring));
      canvas.fill(Shapes.disc(x, y, r), Tones.sheer(warm, ring == 0 ? 1 : 0.13));
    }
    int bands = 7 + chance.nextInt(3);
    for (int i = 0; i < bands; i++) {
      double share = i / (double) (bands - 1);
      band(canvas, stage, i, share, tone(hue, step, share), pale);
    }
    for (int i = 0; i < 14; i++) {
      double r = u * (0.4 + 1.3 * chance.nextDouble());
      canvas.fill(
          Shapes.disc(
              stage.width() * chance.nextDouble(),
              stage.height() * chance.nextDouble() - stage.time() * r,
              r),
          Tones.sheer(i % 3 == 0 ? warm : pale, 0.75));
    }
  }

  private static Color tone(float hue, float step, double share) {
    float at = (float) share;
    return Color.getHSBColor(hue + step * at * 2.5f, 0.4f + 0.4f * at, 0.96f - 0.66f * at * at);
  }

  private static void band(
      Canvas canvas, Stage stage, int number, double share, Color colour, Color edge) {
    Noise noise = stage.noise("band" + number);
    double[] top = new double[161];
    for (int i = 0; i < top.length; i++) {
      double along = i / 160.0 * stage.width() / stage.height();
      double wave = noise.rough(along * 1.3 + stage.time() * 0.1 * (1 + share), 2, 0.3);
      top[i] = stage.height() * (0.36 + 0.6 * share - 0.13 * wave);
    }
    Path2D line = Ridges.under(stage, top, stage.height() + 1);
    canvas.fill(line, Tones.sheer(edge, 0.5));
    for (int i = 0; i < top.length; i++) {
      top[i] += stage.unit() * 0.55;
    }
    canvas.fill(
        Ridges.under(stage, top, stage.height() + 1),
        Paints.vertical(
            stage.height() * (0.25 + 0.6 * share),
            stage.height() * (0.6 + 0.6 * share),
            List.of(colour, Tones.mix(colour, Color.BLACK, 0.25))));
  }
}
