// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Hour;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Random;

/** What people have built at mid distance: a skyline and a lighthouse. */
final class Buildings implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    if (stage.scene().shows(Subject.CITY)) {
      skyline(canvas, stage, "far", 0.2, 0.36);
      skyline(canvas, stage, "close", 0.42, 0.27);
    }
    if (stage.scene().shows(Subject.LIGHTHOUSE)) {
      lighthouse(canvas, stage);
    }
  }

  static boolean lit(Stage stage) {
    return stage.scene().dark() || stage.scene().hour() == Hour.SUNSET;
  }

  private static void skyline(
      Canvas canvas, Stage stage, String name, double nearness, double tallest) {
    Random chance = stage.chance("skyline" + name);
    Palette palette = stage.palette();
    double u = stage.unit();
    double base = stage.horizon() + u;
    Path2D walls = new Path2D.Double(Path2D.WIND_NON_ZERO);
    Path2D windows = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (double x = -u * 2; x < stage.width(); ) {
      double wide = u * (4 + 5.5 * chance.nextDouble());
      double middle = 1 - Math.abs((x + wide / 2) / stage.width() - 0.5) * 1.1;
      double tall = stage.height() * tallest * (0.18 + chance.nextDouble() * middle);
      walls.append(Shapes.box(x, base - tall, wide, tall), false);
      roof(walls, x, base - tall, wide, chance);
      for (double wy = base - tall + u; wy < base - u * 1.5; wy += u * 1.5) {
        for (double wx = x + u * 0.7; wx < x + wide - u; wx += u * 1.2) {
          if (chance.nextDouble() < 0.45) {
            windows.append(Shapes.box(wx, wy, u * 0.55, u * 0.8), false);
          }
        }
      }
      x += wide + u * 0.7 * chance.nextDouble() * chance.nextInt(2);
    }
    Color wall =
        Tones.mix(palette.land(nearness), stage.shade(), lit(stage) ? 0.35 + nearness : nearness);
    canvas.fill(walls, wall);
    Color glass = lit(stage) ? new Color(0xFFD98A) : Tones.mix(wall, palette.sky().get(2), 0.6);
    canvas.fill(windows, Tones.sheer(glass, lit(stage) ? 0.5 + nearness : 0.55));
  }

  private static void roof(Path2D walls, double x, double y, double wide, Random chance) {
    switch (chance.nextInt(4)) {
      case 0 -> walls.append(Shapes.box(x + wide * 0.46, y - wide * 0.9, wide * 0.06, wide), false);
      case 1 ->
          walls.append(Shapes.box(x + wide * 0.2, y - wide * 0.25, wide * 0.6, wide * 0.3), false);
      case 2 ->
          walls.append(
              Shapes.polygon(x, y + 0.5, x + wide * 0.5, y - wide * 0.55, x + wide, y + 0.5),
              false);
      default -> {}
    }
  }

  private static void lighthouse(Canvas canvas, Stage stage) {
    Palette palette = stage.palette();
    double u = stage.unit();
    double x = stage.width() * (stage.lightX() > stage.width() / 2 ? 0.17 : 0.83);
    double base = stage.horizon() + u * 0.5;
    double tall = u * 24;
    double shade = stage.scene().dark() ? 0.6 : 0.25;
    Color white = Tones.mix(new Color(0xF6EFE2), stage.shade(), shade);
    Color band =
        Tones.mix(stage.scene().accent().orElse(new Color(0xC8372F)), stage.shade(), shade);
    Color rock = Tones.mix(palette.land(0.6), stage.shade(), 0.4);
    canvas.fill(
        Shapes.blob(
            x - u * 15,
            base,
            x - u * 8,
            base - u * 2.6,
            x - u * 2,
            base - u * 4.4,
            x + u * 5,
            base - u * 3.6,
            x + u * 11,
            base - u * 1.6,
            x + u * 15,
            base),
        rock);
    double foot = base - u * 3.5;
    for (int i = 0; i < 6; i++) {
      double low = 2.6 - i * 0.22;
      double high = 2.6 - (i + 1) * 0.22;
      double y = foot - tall * i / 7;
      canvas.fill(
          Shapes.polygon(
              x - u * low,
              y,
              x + u * low,
              y,
              x + u * high,
              y - tall / 7,
              x - u * high,
              y - tall / 7),
          i % 2 == 0 ? white : band);
    }
    double lamp = foot - tall * 6 / 7;
    canvas.fill(Shapes.box(x - u * 1.8, lamp - u * 0.3, u * 3.6, u * 0.6), rock);
    canvas.fill(Shapes.box(x - u * 0.9, lamp - u * 2.2, u * 1.8, u * 2), new Color(0xFFE9A8));
    canvas.fill(
        Shapes.polygon(x - u * 1.3, lamp - u * 2.1, x, lamp - u * 3.7, x + u * 1.3, lamp - u * 2.1),
        band);
    if (lit(stage)) {
      double swing = Math.sin(stage.time() * 1.2) * u * 5;
      Color beam = Tones.sheer(new Color(0xFFF0BE), 0.13);
      canvas.fill(
          Shapes.polygon(
              x,
              lamp - u * 1.3,
              x + u * 240,
              lamp - u * 26 + swing * 4,
              x + u * 240,
              lamp + u * 14 + swing * 4),
          beam);
      canvas.fill(
          Shapes.disc(x, lamp - u * 1.2, u * 9),
          Paints.glow(x, lamp - u * 1.2, u * 9, new Color(0xFFE9A8), 0.8));
    }
  }
}
