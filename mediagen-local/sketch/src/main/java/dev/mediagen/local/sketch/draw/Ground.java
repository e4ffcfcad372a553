// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Noise;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import dev.mediagen.local.sketch.scene.Weather;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

/** Near land: rolling fields in front of the hills, or a bank before the water, with grass. */
final class Ground implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    if (stage.scene().shows(Subject.WATER)) {
      fold(canvas, stage, "bank", bank(stage), 1);
      return;
    }
    int folds = 4;
    for (int i = 0; i < folds; i++) {
      double share = i / (double) (folds - 1);
      double y = stage.horizon() + (stage.height() - stage.horizon()) * (0.02 + 0.68 * share);
      fold(
          canvas,
          stage,
          "fold" + i,
          fold(stage, "fold" + i, y, stage.unit() * (3 + 3 * share)),
          0.45 + 0.55 * share);
    }
  }

  /** The height of the nearest ground at a place from 0 to 1 across. */
  static double surface(Stage stage, double across) {
    double[] top =
        stage.scene().shows(Subject.WATER)
            ? bank(stage)
            : fold(
                stage,
                "fold3",
                stage.horizon() + (stage.height() - stage.horizon()) * 0.7,
                stage.unit() * 6);
    return top[(int) Math.round(Math.max(0, Math.min(1, across)) * (top.length - 1))];
  }

  private static double[] bank(Stage stage) {
    boolean left = stage.lightX() > stage.width() / 2;
    Noise noise = stage.noise("bank");
    double[] top = new double[121];
    for (int i = 0; i < top.length; i++) {
      double across = left ? i / 120.0 : 1 - i / 120.0;
      double rise = Math.pow(Math.max(0, 1 - across * 1.25), 1.5);
      top[i] =
          stage.height() - stage.unit() * (1.5 + 13 * rise + 1.3 * noise.rough(i * 0.06, 3, 0.5));
    }
    return top;
  }

  private static double[] fold(Stage stage, String name, double y, double swing) {
    Noise noise = stage.noise(name);
    double[] top = new double[121];
    for (int i = 0; i < top.length; i++) {
      double along = i / 120.0 * stage.width() / stage.height();
      top[i] = y - swing * noise.rough(along * 1.7, 3, 0.35);
    }
    return top;
  }

  private static void fold(Canvas canvas, Stage stage, String name, double[] top, double nearness) {
    Palette palette = stage.palette();
    boolean white = stage.scene().weather() == Weather.SNOW;
    Color land = palette.land(nearness);
    Color lit = Tones.mix(land, palette.light(), white ? 0.3 : 0.1);
    Color foot =
        Tones.mix(land, white ? palette.sky().get(0) : palette.near(), white ? 0.18 : 0.45);
    canvas.fill(
        Ridges.under(stage, top, stage.height() + 1),
        Paints.vertical(top[60] - stage.unit() * 4, stage.height(), List.of(lit, land, foot)));
    if (!white && !stage.scene().words().any("desert", "dune", "beach", "sand")) {
      grass(canvas, stage, name, top, nearness, Tones.mix(land, palette.near(), 0.25));
    }
  }

  private static void grass(
      Canvas canvas, Stage stage, String name, double[] top, double nearness, Color colour) {
    Random chance = stage.chance("grass" + name);
    Path2D blades = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double tall = stage.unit() * 3.4 * Math.pow(nearness, 3);
    if (tall < stage.unit() * 0.4) {
      return;
    }
    for (double x = 0; x < stage.width(); x += tall * (0.08 + 0.24 * chance.nextDouble())) {
      double base = top[(int) Math.min(120, x / stage.width() * 120)] + tall * 0.5;
      double high = tall * (0.6 + 0.9 * chance.nextDouble());
      double wind = Math.sin(stage.time() * 2 + x * 0.02) * 0.12;
      double lean = high * (chance.nextDouble() - 0.5 + wind);
      double w = tall * 0.05;
      blades.moveTo(x - w, base);
      blades.quadTo(x - w, base - high * 0.6, x + lean, base - high);
      blades.quadTo(x + w * 1.5, base - high * 0.5, x + w, base);
      blades.closePath();
    }
    canvas.fill(blades, colour);
  }
}
