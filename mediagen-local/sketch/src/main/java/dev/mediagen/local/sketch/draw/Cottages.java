// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Hour;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.util.Random;

/** One house, or the houses of a village, with lit windows and smoke. */
final class Cottages implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    if (!stage.scene().shows(Subject.HOUSE)) {
      return;
    }
    Random chance = stage.chance("village");
    boolean many = stage.scene().words().any("village", "farm");
    double u = stage.unit();
    int count = many ? 7 : 1;
    for (int i = 0; i < count; i++) {
      boolean right = stage.lightX() > stage.width() / 2;
      double across = many ? (i + 0.3 + 0.5 * chance.nextDouble()) / count : right ? 0.66 : 0.32;
      double wide = u * (many ? 7 + 3 * chance.nextDouble() : 24);
      double drop =
          stage.scene().shows(Subject.WATER) ? 0.4 : many ? 3 + 8 * chance.nextDouble() : 15;
      cottage(canvas, stage, across * stage.width(), stage.horizon() + u * drop, wide, chance);
    }
  }

  private static void cottage(
      Canvas canvas, Stage stage, double x, double base, double wide, Random chance) {
    Palette palette = stage.palette();
    double tall = wide * 0.5;
    Color paint =
        stage.scene().accent().orElse(Tones.turn(new Color(0xC9574A), chance.nextDouble() * 0.25));
    double shade = stage.scene().dark() ? 0.66 : stage.scene().hour() == Hour.SUNSET ? 0.45 : 0.15;
    Color wall = Tones.mix(Tones.mix(paint, new Color(0xFFF4E0), 0.25), stage.shade(), shade);
    Color roof = Tones.mix(new Color(0x4A3A40), stage.shade(), shade);
    smoke(canvas, stage, x + wide * 0.27, base - tall * 1.75, wide * 0.06);
    canvas.fill(Shapes.box(x + wide * 0.22, base - tall * 1.7, wide * 0.1, tall * 0.6), roof);
    canvas.fill(Shapes.box(x - wide / 2, base - tall, wide, tall), wall);
    canvas.fill(
        Shapes.box(x + wide * 0.1, base - tall, wide * 0.4, tall), Tones.sheer(stage.shade(), 0.2));
    canvas.fill(
        Shapes.polygon(
            x - wide * 0.57,
            base - tall * 0.95,
            x - wide * 0.4,
            base - tall * 1.6,
            x + wide * 0.4,
            base - tall * 1.6,
            x + wide * 0.57,
            base - tall * 0.95),
        roof);
    Color glass =
        Buildings.lit(stage)
            ? new Color(0xFFD27A)
            : Tones.mix(new Color(0x5A7A92), palette.sky().get(2), 0.5);
    for (double at : new double[] {-0.32, 0.32}) {
      double wx = x + at * wide;
      if (Buildings.lit(stage)) {
        canvas.fill(
            Shapes.disc(wx, base - tall * 0.58, wide * 0.3),
            Paints.glow(wx, base - tall * 0.58, wide * 0.3, glass, 0.4));
      }
      canvas.fill(
          Shapes.box(wx - wide * 0.08, base - tall * 0.75, wide * 0.16, tall * 0.36), glass);
      canvas.fill(
          Shapes.box(wx - wide * 0.006, base - tall * 0.75, wide * 0.012, tall * 0.36), roof);
    }
    canvas.fill(Shapes.box(x - wide * 0.075, base - tall * 0.62, wide * 0.15, tall * 0.62), roof);
  }

  private static void smoke(Canvas canvas, Stage stage, double x, double y, double size) {
    for (int i = 0; i < 6; i++) {
      double age = (i + stage.time() * 0.7) % 6 / 6.0;
      double drift = Math.sin(age * 4) * size + age * size * 5;
      Color grey = Tones.mix(stage.palette().cloud(), stage.palette().haze(), 0.5);
      canvas.fill(
          Shapes.disc(x + drift, y - age * size * 12, size * (0.7 + age * 2)),
          Tones.sheer(grey, 0.38 * (1 - age)));
    }
  }
}
