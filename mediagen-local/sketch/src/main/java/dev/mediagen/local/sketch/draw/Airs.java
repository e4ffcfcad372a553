// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Random;

/** What lies over the finished scene: balloons, rain, snow, fog, and darker corners. */
final class Airs implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    if (stage.scene().shows(Subject.BALLOON)) {
      balloons(canvas, stage);
    }
    weather(canvas, stage);
    Shape all = Shapes.box(0, 0, stage.width(), stage.height());
    double reach = Math.hypot(stage.width(), stage.height()) * 0.62;
    canvas.fill(
        all,
        new RadialGradientPaint(
            new Point2D.Double(stage.width() / 2, stage.height() * 0.48),
            (float) reach,
            new float[] {0f, 0.62f, 1f},
            new Color[] {new Color(0, 0, 0, 0), new Color(0, 0, 0, 0), new Color(8, 6, 24, 86)}));
  }

  /** Only what falls or hangs in the air. */
  static void weather(Canvas canvas, Stage stage) {
    switch (stage.scene().weather()) {
      case RAIN -> rain(canvas, stage);
      case SNOW -> snow(canvas, stage);
      case FOG -> fog(canvas, stage);
      case CLEAR -> {}
    }
  }

  private static void rain(Canvas canvas, Stage stage) {
    Random chance = stage.chance("rain");
    for (int layer = 0; layer < 3; layer++) {
      Path2D drops = new Path2D.Double(Path2D.WIND_NON_ZERO);
      double length = stage.unit() * (2.2 + layer * 2);
      for (int i = 0; i < 170; i++) {
        double fall = (chance.nextDouble() + stage.time() * (1.1 + layer * 0.4)) % 1.0;
        double x = chance.nextDouble() * stage.width() * 1.2 - fall * stage.height() * 0.12;
        double y = fall * (stage.height() + length) - length;
        double w = stage.unit() * (0.05 + 0.035 * layer);
        drops.append(
            Shapes.polygon(
                x, y, x + w, y, x - length * 0.14 + w, y + length, x - length * 0.14, y + length),
            false);
      }
      canvas.fill(drops, Tones.sheer(new Color(0xE6F0F8), 0.2 + layer * 0.09));
    }
  }

  private static void snow(Canvas canvas, Stage stage) {
    Random chance = stage.chance("snow");
    for (int layer = 0; layer < 4; layer++) {
      Path2D flakes = new Path2D.Double(Path2D.WIND_NON_ZERO);
      for (int i = 0; i < 100 - layer * 22; i++) {
        double fall = (chance.nextDouble() + stage.time() * (0.05 + layer * 0.035)) % 1.0;
        double sway = Math.sin(stage.time() * 0.9 + i) * stage.unit();
        double r = stage.unit() * (0.14 + 0.2 * layer) * (0.7 + 0.6 * chance.nextDouble());
        flakes.append(
            Shapes.disc(
                chance.nextDouble() * stage.width() + sway, fall * (stage.height() + r * 2) - r, r),
            false);
      }
      canvas.fill(flakes, Tones.sheer(Color.WHITE, 0.78 - layer * 0.13));
    }
  }

  private static void fog(Canvas canvas, Stage stage) {
    Random chance = stage.chance("fog");
    Color grey = Tones.mix(stage.palette().haze(), stage.palette().cloud(), 0.45);
    for (int i = 0; i < 7; i++) {
      double y = stage.height() * (0.36 + 0.085 * i + 0.04 * chance.nextDouble());
      double thick = stage.unit() * (7 + 8 * chance.nextDouble());
      canvas.fill(
          Shapes.box(0, y - thick, stage.width(), thick * 2),
          Paints.vertical(
              y - thick,
              y + thick,
              List.of(
                  Tones.sheer(grey, 0),
                  Tones.sheer(grey, 0.42 - i * 0.035),
                  Tones.sheer(grey, 0))));
    }
  }

  private static void balloons(Canvas canvas, Stage stage) {
    Random chance = stage.chance("balloons");
    Color[] colours = {
      new Color(0xE4572E),
      new Color(0xF3C14B),
      new Color(0x2E86AB),
      new Color(0x8E4FA8),
      new Color(0x3DA35D)
    };
    double shade = stage.scene().dark() ? 0.45 : 0.1;
    for (int i = 0; i < 5; i++) {
      double r = stage.unit() * (i == 4 ? 11 : 2.5 + 3.5 * chance.nextDouble());
      double x =
          stage.width()
              * (i == 4
                  ? (stage.lightX() > stage.width() / 2 ? 0.32 : 0.66)
                  : 0.08 + 0.84 * chance.nextDouble());
      double y =
          stage.horizon() * (i == 4 ? 0.45 : 0.2 + 0.5 * chance.nextDouble())
              + Math.sin(stage.time() * 0.8 + i) * stage.unit() * 0.8
              - stage.time() * stage.unit() * 0.4;
      Color main = i == 4 ? stage.scene().accent().orElse(colours[0]) : colours[i];
      for (int stripe = 0; stripe < 4; stripe++) {
        double half = r * (1 - stripe * 0.27);
        Color colour = stripe % 2 == 0 ? main : Tones.mix(colours[(i + 1) % 5], Color.WHITE, 0.35);
        Path2D bag = new Path2D.Double();
        bag.moveTo(x, y - r);
        bag.curveTo(
            x + half * 1.32, y - r, x + half * 1.25, y + r * 0.35, x + half * 0.22, y + r * 1.25);
        bag.lineTo(x - half * 0.22, y + r * 1.25);
        bag.curveTo(x - half * 1.25, y + r * 0.35, x - half * 1.32, y - r, x, y - r);
        bag.closePath();
        canvas.fill(bag, Tones.mix(colour, stage.shade(), shade));
      }
      Color basket = Tones.mix(new Color(0x6B4A2B), stage.shade(), shade);
      canvas.fill(
          Shapes.polygon(
              x - r * 0.2,
              y + r * 1.25,
              x - r * 0.17,
              y + r * 1.25,
              x - r * 0.12,
              y + r * 1.6,
              x - r * 0.15,
              y + r * 1.6),
          basket);
      canvas.fill(
          Shapes.polygon(
              x + r * 0.2,
              y + r * 1.25,
              x + r * 0.17,
              y + r * 1.25,
              x + r * 0.12,
              y + r * 1.6,
              x + r * 0.15,
              y + r * 1.6),
          basket);
      canvas.fill(Shapes.box(x - r * 0.17, y + r * 1.58, r * 0.34, r * 0.26), basket);
    }
  }
}
