// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Hour;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Tones;
import dev.mediagen.local.sketch.scene.Weather;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

/** A sea or a lake from the horizon to the front, with reflections, ripples and glitter. */
final class Water implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    Palette palette = stage.palette();
    double line = stage.horizon();
    canvas.fill(
        Shapes.box(0, line, stage.width(), stage.height() - line),
        Paints.vertical(
            line,
            stage.height(),
            List.of(
                Tones.mix(palette.water(), palette.sky().get(3), 0.55),
                Tones.mix(palette.water(), palette.sky().get(2), 0.2),
                palette.water(),
                Tones.mix(palette.water(), palette.near(), 0.5))));
    canvas.reflect(line, stage.scene().weather() == Weather.RAIN ? 0.45 : 0.72, stage.time());
    ripples(canvas, stage);
    if (stage.scene().weather() != Weather.RAIN) {
      glitter(canvas, stage);
    }
    canvas.fill(
        Shapes.box(0, line - stage.unit() * 0.12, stage.width(), stage.unit() * 0.3),
        Tones.sheer(Tones.mix(palette.haze(), palette.light(), 0.4), 0.45));
  }

  private static void ripples(Canvas canvas, Stage stage) {
    Random chance = stage.chance("ripples");
    Path2D dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
    Path2D bright = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double deep = stage.height() - stage.horizon();
    for (int i = 0; i < 190; i++) {
      double depth = Math.pow(chance.nextDouble(), 1.5);
      double y = stage.horizon() + deep * depth;
      double drift = Math.sin(stage.time() * 1.2 + i) * stage.unit() * (0.3 + depth);
      double half = stage.unit() * (0.7 + 9 * depth) * (0.4 + chance.nextDouble());
      double x = chance.nextDouble() * stage.width() + drift;
      (i % 3 == 0 ? bright : dark)
          .append(lens(x, y, half, stage.unit() * (0.05 + 0.3 * depth)), false);
    }
    canvas.fill(dark, Tones.sheer(stage.palette().water(), 0.3));
    canvas.fill(bright, Tones.sheer(stage.palette().cloud(), 0.2));
  }

  private static void glitter(Canvas canvas, Stage stage) {
    Random chance = stage.chance("glitter");
    double deep = stage.height() - stage.horizon();
    boolean low = stage.scene().hour() == Hour.SUNSET || stage.scene().hour() == Hour.DAWN;
    double center = stage.lightX() + stage.time() * stage.unit() * 0.25;
    for (int group = 0; group < 3; group++) {
      Path2D sparks = new Path2D.Double(Path2D.WIND_NON_ZERO);
      for (int i = 0; i < 46; i++) {
        double depth = Math.pow(chance.nextDouble(), 1.3);
        double spread = stage.unit() * (low ? 5 + 9 * depth : 3 + 12 * depth);
        double x = center + chance.nextGaussian() * spread * 0.55;
        double beat = 0.55 + 0.45 * Math.sin(stage.time() * 4 + i * 1.7 + group);
        double half = stage.unit() * (0.6 + 3.6 * depth) * (0.3 + chance.nextDouble()) * beat;
        sparks.append(
            lens(x, stage.horizon() + deep * depth, half, stage.unit() * (0.09 + 0.25 * depth)),
            false);
      }
      canvas.fill(sparks, Tones.sheer(stage.palette().light(), 0.3 + group * 0.17));
    }
  }

  /** A thin lying lens: a wave seen from afar. */
  static Path2D lens(double x, double y, double half, double thin) {
    Path2D path = new Path2D.Double();
    path.moveTo(x - half, y);
    path.quadTo(x, y - thin * 2, x + half, y);
    path.quadTo(x, y + thin * 2, x - half, y);
    path.closePath();
    return path;
  }
}
