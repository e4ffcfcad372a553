// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Hour;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Random;

/** Sailing boats that move and rock, each with its mirror image. */
final class Boats implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    if (!stage.scene().shows(Subject.BOAT)) {
      return;
    }
    Random chance = stage.chance("boats");
    boolean many = stage.scene().words().any("harbour", "harbor", "fishing", "yacht");
    double deep = stage.height() - stage.horizon();
    double u = stage.unit();
    if (many) {
      for (int i = 0; i < 4; i++) {
        boat(
            canvas,
            stage,
            stage.width() * (0.1 + 0.8 * chance.nextDouble()),
            stage.horizon() + deep * (0.06 + 0.1 * chance.nextDouble()),
            u * (4 + 2 * chance.nextDouble()),
            i + 2);
      }
    }
    double x = stage.width() * (stage.lightX() > stage.width() / 2 ? 0.36 : 0.64);
    boat(canvas, stage, x + stage.time() * u * 1.6, stage.horizon() + deep * 0.42, u * 13, 0);
  }

  private static void boat(
      Canvas canvas, Stage stage, double x, double y, double size, int number) {
    double bob = Math.sin(stage.time() * 2 + number * 1.9) * size * 0.02;
    double rock = Math.sin(stage.time() * 1.5 + number) * 0.04;
    Palette palette = stage.palette();
    double shade = stage.scene().dark() ? 0.5 : stage.scene().hour() == Hour.DAY ? 0.05 : 0.3;
    Color paint =
        number == 0
            ? stage.scene().accent().orElse(new Color(0xB8433A))
            : Tones.turn(new Color(0xB8433A), number * 0.17);
    Color hull = Tones.mix(paint, stage.shade(), shade + 0.12);
    Color sail = Tones.mix(new Color(0xFFF6E6), stage.shade(), shade);
    Color jib = Tones.mix(Tones.mix(paint, new Color(0xFFF6E6), 0.45), stage.shade(), shade);
    for (double side : new double[] {-1, 1}) {
      double opacity = side > 0 ? 1 : 0.3;
      double flat = side > 0 ? size : -size * 0.75;
      fill(
          canvas, mast(), x, y + bob * side, size, flat, rock, Tones.sheer(stage.shade(), opacity));
      fill(canvas, mainSail(), x, y + bob * side, size, flat, rock, Tones.sheer(sail, opacity));
      fill(canvas, jib(), x, y + bob * side, size, flat, rock, Tones.sheer(jib, opacity));
      fill(canvas, hull(), x, y + bob * side, size, flat, rock, Tones.sheer(hull, opacity));
      fill(canvas, rail(), x, y + bob * side, size, flat, rock, Tones.sheer(sail, opacity * 0.85));
    }
    canvas.fill(
        Water.lens(x, y + size * 0.03, size * 0.75, size * 0.02),
        Tones.sheer(palette.cloud(), 0.5));
  }

  private static void fill(
      Canvas canvas,
      Shape shape,
      double x,
      double y,
      double wide,
      double tall,
      double rock,
      Color colour) {
    Shape tilted = AffineTransform.getRotateInstance(rock).createTransformedShape(shape);
    canvas.fill(Shapes.place(tilted, x, y, wide, tall), colour);
  }

  private static Path2D hull() {
    Path2D hull = new Path2D.Double();
    hull.moveTo(-0.62, -0.17);
    hull.quadTo(0, -0.1, 0.7, -0.22);
    hull.quadTo(0.6, 0.02, 0.38, 0.03);
    hull.lineTo(-0.42, 0.03);
    hull.quadTo(-0.58, 0, -0.62, -0.17);
    hull.closePath();
    return hull;
  }

  private static Path2D rail() {
    Path2D rail = new Path2D.Double();
    rail.moveTo(-0.62, -0.17);
    rail.quadTo(0, -0.1, 0.7, -0.22);
    rail.lineTo(0.69, -0.185);
    rail.quadTo(0, -0.065, -0.61, -0.135);
    rail.closePath();
    return rail;
  }

  private static Path2D mast() {
    return Shapes.polygon(-0.015, -0.12, -0.01, -1.5, 0.01, -1.5, 0.015, -0.12);
  }

  private static Path2D mainSail() {
    Path2D sail = new Path2D.Double();
    sail.moveTo(-0.03, -1.45);
    sail.quadTo(-0.5, -0.75, -0.56, -0.27);
    sail.quadTo(-0.3, -0.22, -0.03, -0.24);
    sail.closePath();
    return sail;
  }

  private static Path2D jib() {
    Path2D sail = new Path2D.Double();
    sail.moveTo(0.03, -1.32);
    sail.quadTo(0.44, -0.8, 0.6, -0.3);
    sail.quadTo(0.3, -0.25, 0.04, -0.33);
    sail.closePath();
    return sail;
  }
}
