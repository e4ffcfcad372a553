// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Hour;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Scene;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import dev.mediagen.local.sketch.scene.Weather;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

/** The air and what shines in it: gradient, stars, northern lights, sun or moon. */
final class Sky implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    Scene scene = stage.scene();
    Palette palette = stage.palette();
    double bottom = stage.horizon() + stage.unit() * 2;
    canvas.fill(
        Shapes.box(0, 0, stage.width(), stage.height()), Paints.vertical(0, bottom, palette.sky()));
    boolean clear = scene.weather() == Weather.CLEAR || scene.weather() == Weather.SNOW;
    if (scene.dark() && clear) {
      stars(canvas, stage);
    }
    if (scene.shows(Subject.AURORA)) {
      aurora(canvas, stage);
    }
    if (scene.weather() != Weather.RAIN) {
      light(canvas, stage);
    }
  }

  private static void stars(Canvas canvas, Stage stage) {
    Random chance = stage.chance("stars");
    for (int group = 0; group < 6; group++) {
      Path2D stars = new Path2D.Double();
      double size = stage.unit() * (0.09 + group * 0.035);
      for (int i = 0; i < 60 - group * 9; i++) {
        double x = chance.nextDouble() * stage.width();
        double y = Math.pow(chance.nextDouble(), 1.4) * stage.horizon();
        stars.append(Shapes.disc(x, y, size * (0.7 + chance.nextDouble() * 0.6)), false);
      }
      double twinkle = 0.16 * Math.sin(stage.time() * (1.7 + group * 0.6) + group * 2);
      canvas.fill(stars, Tones.sheer(stage.palette().light(), 0.5 + group * 0.07 + twinkle));
    }
  }

  private static void aurora(Canvas canvas, Stage stage) {
    Color[] colours = {new Color(0x4DF0B0), new Color(0x39C7D8), new Color(0x9A6BF0)};
    for (int ribbon = 0; ribbon < 3; ribbon++) {
      var noise = stage.noise("aurora" + ribbon);
      for (int strip = 0; strip < 90; strip++) {
        double x = stage.width() * strip / 90.0;
        double sway = noise.rough(strip * 0.045 + stage.time() * 0.12, 3, 0.5);
        double base = stage.horizon() * (0.5 + ribbon * 0.13 + sway * 0.25);
        double tall = stage.horizon() * (0.3 + 0.22 * noise.at(strip * 0.31 + stage.time() * 0.4));
        Color colour = Tones.mix(colours[ribbon], colours[(ribbon + 1) % 3], strip / 90.0);
        canvas.fill(
            Shapes.box(x, base - tall, stage.width() / 88.0, tall),
            Paints.vertical(
                base - tall,
                base,
                List.of(
                    Tones.sheer(colour, 0),
                    Tones.sheer(colour, 0.16),
                    Tones.sheer(colour, 0.34),
                    Tones.sheer(colour, 0))));
      }
    }
  }

  private static void light(Canvas canvas, Stage stage) {
    Scene scene = stage.scene();
    boolean low = scene.hour() == Hour.SUNSET || scene.hour() == Hour.DAWN;
    double u = stage.unit();
    double x = stage.lightX() + stage.time() * u * 0.25;
    double y = stage.lightY() + (low ? stage.time() * u * 0.3 : 0);
    double radius = u * (low ? 8.5 : scene.dark() ? 6 : 5);
    double haze = scene.weather() == Weather.FOG ? 0.5 : 1;
    Color colour = stage.palette().light();
    Shape everywhere = Shapes.box(0, 0, stage.width(), stage.height());
    canvas.fill(everywhere, Paints.glow(x, y, radius * 9, colour, (low ? 0.55 : 0.4) * haze));
    canvas.fill(everywhere, Paints.glow(x, y, radius * 2.6, colour, 0.5 * haze));
    Shape disc = Shapes.disc(x, y, radius);
    if (scene.dark() && scene.words().any("crescent", "sickle")) {
      Area sickle = new Area(disc);
      sickle.subtract(new Area(Shapes.disc(x + radius * 0.45, y - radius * 0.18, radius * 0.9)));
      disc = sickle;
    }
    canvas.fill(disc, Tones.sheer(colour, 0.4 + 0.58 * haze));
    if (scene.dark() && disc instanceof Ellipse2D) {
      Color spot = Tones.sheer(Tones.mix(colour, stage.palette().haze(), 0.45), 0.35);
      canvas.fill(
          Shapes.oval(x - radius * 0.3, y - radius * 0.25, radius * 0.27, radius * 0.2), spot);
      canvas.fill(
          Shapes.oval(x + radius * 0.32, y + radius * 0.1, radius * 0.2, radius * 0.16), spot);
      canvas.fill(
          Shapes.oval(x - radius * 0.12, y + radius * 0.42, radius * 0.24, radius * 0.13), spot);
    }
  }
}
