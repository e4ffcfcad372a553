// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import dev.mediagen.local.sketch.scene.Weather;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Random;

/** What grows in front: conifers, trees with a crown, palms and flowers. */
final class Plants implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    if (stage.scene().shows(Subject.FOREST)) {
      wood(canvas, stage);
    }
    if (stage.scene().shows(Subject.TREE) && !stage.scene().shows(Subject.FOREST)) {
      trees(canvas, stage);
    }
    if (stage.scene().shows(Subject.PALM)) {
      boolean left = stage.lightX() > stage.width() / 2;
      double u = stage.unit();
      for (int i = 0; i < 2; i++) {
        double across = left ? 0.1 + i * 0.09 : 0.9 - i * 0.09;
        Trees.palm(
            canvas,
            stage,
            across * stage.width(),
            Ground.surface(stage, across) + u * 3,
            u * (52 - i * 14),
            left ? 1 : -1);
      }
    }
    if (stage.scene().shows(Subject.FLOWER)) {
      flowers(canvas, stage);
    }
  }

  private static void wood(Canvas canvas, Stage stage) {
    Random chance = stage.chance("wood");
    double u = stage.unit();
    boolean wet = stage.scene().shows(Subject.WATER);
    for (int layer = 0; layer < 3; layer++) {
      Path2D dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
      double tall = u * (15 + layer * 14);
      double free = wet ? 0.5 : 0.34 + layer * 0.1;
      for (double x = -u * 3;
          x < stage.width() + u * 3;
          x += tall * (0.17 + 0.3 * chance.nextDouble())) {
        double across = x / stage.width();
        if (Math.abs(across - 0.5 - (stage.lightX() / stage.width() - 0.5) * 0.5) < free / 2) {
          continue;
        }
        double base =
            wet
                ? Ground.surface(stage, across) + u * (1 + layer)
                : stage.horizon() + (stage.height() - stage.horizon()) * (0.16 + 0.32 * layer);
        dark.append(
            Trees.conifer(
                x,
                base + u * 2 * chance.nextDouble(),
                tall * (0.7 + 0.6 * chance.nextDouble()),
                chance),
            false);
      }
      Color colour = stage.palette().land(0.5 + 0.25 * layer);
      if (stage.scene().weather() == Weather.SNOW) {
        colour = Tones.mix(new Color(0x1F3A44), stage.palette().haze(), 0.5 - 0.2 * layer);
      }
      canvas.fill(dark, colour);
    }
  }

  private static void trees(Canvas canvas, Stage stage) {
    Random chance = stage.chance("trees");
    boolean cherry = stage.scene().words().any("cherry", "blossom", "pink");
    Color leaf =
        cherry
            ? new Color(0xF2A6BF)
            : stage.scene().subjects().size() > 1
                ? stage.palette().leaf()
                : stage.scene().accent().orElse(stage.palette().leaf());
    double u = stage.unit();
    boolean left = stage.lightX() > stage.width() / 2;
    for (int i = 0; i < 3; i++) {
      double across = left ? 0.3 - i * 0.12 : 0.7 + i * 0.12;
      double tall = u * (26 + i * 13);
      Trees.crowned(
          canvas,
          stage,
          across * stage.width(),
          Ground.surface(stage, across) + u * (1 + i),
          tall,
          leaf,
          chance);
    }
  }

  private static void flowers(Canvas canvas, Stage stage) {
    Random chance = stage.chance("flowers");
    Color[] colours = {
      new Color(0xF0577A),
      new Color(0xFFC145),
      new Color(0xFFF3E6),
      new Color(0x9B6BE0),
      new Color(0xF2803D)
    };
    double u = stage.unit();
    double shade = stage.scene().dark() ? 0.5 : 0.1;
    int count = 80;
    for (int i = 0; i < count; i++) {
      double depth = i / (double) count;
      double across = chance.nextDouble();
      double size = u * (0.45 + 2.1 * depth * depth) * (0.8 + 0.4 * chance.nextDouble());
      double base =
          Ground.surface(stage, across)
              + (stage.height() - Ground.surface(stage, across)) * depth * 1.1;
      double tall = size * (3 + 1.6 * chance.nextDouble());
      double x = across * stage.width();
      double sway = Math.sin(stage.time() * 1.8 + x * 0.02) * size * 0.25;
      Color colour =
          stage
              .scene()
              .accent()
              .filter(c -> chance.nextInt(4) > 0)
              .orElse(colours[chance.nextInt(colours.length)]);
      Color stem = Tones.mix(stage.palette().leaf(), stage.shade(), 0.4);
      double w = size * 0.09;
      canvas.fill(
          Shapes.polygon(
              x - w,
              base,
              x + sway - w * 0.6,
              base - tall,
              x + sway + w * 0.6,
              base - tall,
              x + w,
              base),
          stem);
      canvas.fill(Water.lens(x + size * 0.5, base - tall * 0.4, size * 0.55, size * 0.14), stem);
      Path2D petals = new Path2D.Double(Path2D.WIND_NON_ZERO);
      int n = 5 + chance.nextInt(3);
      for (int p = 0; p < n; p++) {
        AffineTransform turn = AffineTransform.getTranslateInstance(x + sway, base - tall);
        turn.rotate(p * Math.PI * 2 / n);
        petals.append(
            turn.createTransformedShape(Shapes.oval(size * 0.55, 0, size * 0.5, size * 0.3)),
            false);
      }
      canvas.fill(petals, Tones.mix(colour, stage.shade(), shade));
      canvas.fill(
          Shapes.disc(x + sway, base - tall, size * 0.28),
          Tones.mix(new Color(0xFFE07A), stage.shade(), shade));
    }
  }
}
