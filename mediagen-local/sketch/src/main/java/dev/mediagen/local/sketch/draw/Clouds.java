// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Hour;
import dev.mediagen.local.sketch.scene.Scene;
import dev.mediagen.local.sketch.scene.Tones;
import dev.mediagen.local.sketch.scene.Weather;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.util.List;
import java.util.Random;

/** Heaps of cloud that drift with time, and thin streaks near the horizon. */
final class Clouds implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    Scene scene = stage.scene();
    Random chance = stage.chance("clouds");
    streaks(canvas, stage, chance);
    int count = scene.weather() == Weather.RAIN ? 9 : scene.dark() ? 2 : 3 + chance.nextInt(3);
    for (int i = 0; i < count; i++) {
      double y = stage.horizon() * (0.14 + 0.6 * chance.nextDouble());
      double nearness = 1.15 - y / stage.horizon();
      double size = stage.unit() * (5 + 6 * chance.nextDouble()) * nearness;
      double speed = stage.unit() * (0.8 + nearness);
      double span = stage.width() + size * 8;
      double x = (chance.nextDouble() * span + stage.time() * speed) % span - size * 4;
      heap(canvas, stage, x, y, size, chance);
    }
  }

  private static void heap(
      Canvas canvas, Stage stage, double x, double y, double size, Random chance) {
    Area heap = new Area();
    int puffs = 5 + chance.nextInt(4);
    for (int i = 0; i < puffs; i++) {
      double across = (i + 0.5) / puffs * 2 - 1;
      double round =
          size * (0.35 + 0.55 * (1 - across * across) * (0.6 + 0.4 * chance.nextDouble()));
      heap.add(new Area(Shapes.disc(x + across * size * 2, y - round * 0.35, round)));
    }
    heap.add(new Area(Shapes.oval(x, y + size * 0.1, size * 2.5, size * 0.34)));
    heap.subtract(new Area(Shapes.box(x - size * 5, y + size * 0.3, size * 10, size * 3)));
    boolean rain = stage.scene().weather() == Weather.RAIN;
    Color top =
        rain
            ? Tones.mix(stage.palette().cloud(), new Color(0x4A5560), 0.55)
            : stage.palette().cloud();
    Color foot = Tones.mix(top, stage.palette().sky().get(1), 0.75);
    double opacity = stage.scene().dark() ? 0.34 : rain ? 0.8 : 0.88;
    canvas.fill(
        heap,
        Paints.vertical(
            y - size * 1.1,
            y + size * 0.32,
            List.of(Tones.sheer(top, opacity), Tones.sheer(foot, opacity * 0.45))));
  }

  private static void streaks(Canvas canvas, Stage stage, Random chance) {
    boolean low = stage.scene().hour() == Hour.SUNSET || stage.scene().hour() == Hour.DAWN;
    int count = low ? 12 : 4;
    for (int i = 0; i < count; i++) {
      double y = stage.horizon() * (0.38 + 0.56 * chance.nextDouble());
      double half = stage.width() * (0.06 + 0.2 * chance.nextDouble());
      double x = chance.nextDouble() * stage.width() + stage.time() * stage.unit() * 0.6;
      double thin = stage.unit() * (0.25 + 0.7 * chance.nextDouble());
      Shape lens =
          Shapes.blob(
              x - half,
              y,
              x - half * 0.4,
              y - thin * 0.8,
              x + half * 0.2,
              y - thin,
              x + half,
              y + thin * 0.1,
              x + half * 0.3,
              y + thin * 0.7,
              x - half * 0.5,
              y + thin * 0.5);
      Color colour =
          Tones.mix(stage.palette().cloud(), stage.palette().light(), chance.nextDouble() * 0.5);
      canvas.fill(lens, Tones.sheer(colour, stage.scene().dark() ? 0.1 : 0.24));
    }
  }
}
