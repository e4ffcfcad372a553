// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Hour;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Creatures in the foreground, looking into the scene, and birds in the air. */
final class Animals implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    if (stage.scene().shows(Subject.BIRD)) {
      flock(canvas, stage);
    }
    int place = 0;
    for (Subject subject : stage.scene().subjects()) {
      Color coat = coat(subject);
      if (coat != null) {
        double across =
            (stage.lightX() > stage.width() / 2 ? 0.3 : 0.7)
                + 0.2 * place++ * (stage.lightX() > stage.width() / 2 ? 1 : -1);
        double base =
            Math.min(
                Ground.surface(stage, across) + stage.unit() * 3,
                stage.height() - stage.unit() * 2);
        sit(canvas, stage, subject, coat, across * stage.width(), base);
      }
    }
  }

  private static @Nullable Color coat(Subject subject) {
    return switch (subject) {
      case CAT -> new Color(0x3A3440);
      case DOG -> new Color(0x8A6242);
      case FOX -> new Color(0xD9692B);
      case RABBIT -> new Color(0xC9B8A4);
      case PERSON -> new Color(0x2F4C6E);
      default -> null;
    };
  }

  private static void sit(
      Canvas canvas, Stage stage, Subject subject, Color natural, double x, double base) {
    double size = stage.unit() * (subject == Subject.RABBIT ? 17 : 24);
    double shade = stage.scene().dark() ? 0.5 : stage.scene().hour() == Hour.DAY ? 0.08 : 0.35;
    Color coat = Tones.mix(stage.scene().accent().orElse(natural), stage.shade(), shade);
    Color pale = Tones.mix(Tones.mix(natural, new Color(0xFFF4E4), 0.75), stage.shade(), shade);
    Color rim = Tones.sheer(stage.palette().light(), 0.5);
    double face = stage.lightX() > x ? 1 : -1;
    canvas.fill(Shapes.oval(x, base, size * 0.48, size * 0.06), Tones.sheer(stage.shade(), 0.45));
    Shape[] parts = parts(subject, Math.sin(stage.time() * 2.2) * 0.05);
    Color[] colours = {coat, coat, coat, pale};
    double edge = size * 0.012;
    for (Shape part : parts) {
      canvas.fill(Shapes.place(part, x + face * edge, base - edge, size * face, size), rim);
    }
    for (int i = 0; i < parts.length; i++) {
      canvas.fill(Shapes.place(parts[i], x, base, size * face, size), colours[Math.min(i, 3)]);
    }
  }

  /** Tail, body, head with ears, and then what is pale; about one unit tall, looking right. */
  private static Shape[] parts(Subject subject, double wag) {
    Path2D body =
        Shapes.blob(
            -0.3, -0.02, -0.33, -0.25, -0.2, -0.52, -0.06, -0.66, 0.12, -0.66, 0.2, -0.5, 0.22,
            -0.2, 0.26, -0.02, 0, 0.01);
    Path2D tail =
        Shapes.blob(
            -0.22,
            -0.02,
            -0.45,
            -0.03,
            -0.62,
            -0.16 + wag,
            -0.64,
            -0.36 + wag,
            -0.57,
            -0.38 + wag,
            -0.5,
            -0.2,
            -0.36,
            -0.12,
            -0.22,
            -0.12);
    return switch (subject) {
      case CAT ->
          new Shape[] {
            tail,
            body,
            head(
                Shapes.disc(0.08, -0.76, 0.17),
                -0.08,
                -0.84,
                -0.06,
                -1.04,
                0.07,
                -0.9,
                0.11,
                -0.9,
                0.22,
                -1.03,
                0.24,
                -0.82),
            Shapes.blob(0.1, -0.5, 0.2, -0.42, 0.17, -0.2, 0.1, -0.3)
          };
      case FOX ->
          new Shape[] {
            Shapes.blob(
                -0.2,
                0,
                -0.5,
                0.01,
                -0.78,
                -0.1 + wag,
                -0.86,
                -0.34 + wag,
                -0.7,
                -0.36 + wag,
                -0.52,
                -0.22,
                -0.3,
                -0.2),
            body,
            head(
                Shapes.blob(
                    -0.08, -0.8, 0.06, -0.92, 0.2, -0.86, 0.44, -0.7, 0.42, -0.66, 0.16, -0.6,
                    -0.02, -0.64),
                -0.06,
                -0.82,
                -0.04,
                -1.08,
                0.08,
                -0.9,
                0.1,
                -0.9,
                0.2,
                -1.07,
                0.22,
                -0.82),
            Shapes.blob(0.08, -0.62, 0.4, -0.675, 0.18, -0.56, 0.19, -0.3, 0.1, -0.4),
            Shapes.blob(-0.86, -0.34 + wag, -0.8, -0.22 + wag, -0.68, -0.3 + wag, -0.74, -0.4 + wag)
          };
      case DOG ->
          new Shape[] {
            tail,
            body,
            head(
                Shapes.blob(
                    -0.08, -0.82, 0.06, -0.93, 0.2, -0.86, 0.42, -0.76, 0.44, -0.66, 0.18, -0.6,
                    -0.02, -0.64),
                -0.04,
                -0.9,
                -0.2,
                -0.78,
                -0.16,
                -0.56,
                -0.04,
                -0.62,
                0.02,
                -0.8),
            Shapes.blob(0.16, -0.55, 0.2, -0.4, 0.18, -0.2, 0.1, -0.35)
          };
      case RABBIT ->
          new Shape[] {
            Shapes.disc(-0.34, -0.14, 0.12),
            Shapes.blob(
                -0.34, -0.02, -0.36, -0.3, -0.14, -0.52, 0.14, -0.5, 0.24, -0.24, 0.24, -0.02, 0,
                0.01),
            head(
                Shapes.oval(0.16, -0.58, 0.19, 0.16),
                0.04,
                -0.68,
                -0.08,
                -1.1,
                0.02,
                -1.14,
                0.12,
                -0.72,
                0.14,
                -0.72,
                0.16,
                -1.16,
                0.27,
                -1.12,
                0.24,
                -0.66),
            Shapes.disc(-0.35, -0.14, 0.09)
          };
      default ->
          new Shape[] {
            Shapes.polygon(-0.13, 0, -0.11, -0.5, 0.11, -0.5, 0.13, 0, 0.04, 0, 0, -0.42, -0.04, 0),
            Shapes.blob(
                -0.16, -0.42, -0.17, -0.78, -0.08, -0.86, 0.08, -0.86, 0.17, -0.78, 0.16, -0.42),
            Shapes.blob(-0.2, -0.44, -0.22, -0.78, -0.16, -0.8, -0.12, -0.46),
            Shapes.disc(0, -0.97, 0.095)
          };
    };
  }

  private static Shape head(Shape skull, double... ears) {
    Path2D head = new Path2D.Double(Path2D.WIND_NON_ZERO);
    head.append(skull, false);
    for (int i = 0; i + 5 < ears.length; i += 6) {
      head.append(
          Shapes.polygon(ears[i], ears[i + 1], ears[i + 2], ears[i + 3], ears[i + 4], ears[i + 5]),
          false);
    }
    return head;
  }

  private static void flock(Canvas canvas, Stage stage) {
    Random chance = stage.chance("flock");
    Color colour = Tones.mix(stage.shade(), stage.palette().sky().get(0), 0.2);
    double u = stage.unit();
    double cx = stage.width() * (0.3 + 0.4 * chance.nextDouble());
    for (int i = 0; i < 13; i++) {
      double side = i % 2 == 0 ? 1 : -1;
      double x = cx + side * i * u * (2 + chance.nextDouble()) + stage.time() * u * 3;
      double y = stage.horizon() * 0.42 + i * u * 1.2 * (0.5 + 0.4 * chance.nextDouble());
      double span = u * (1.6 + 1.6 * chance.nextDouble());
      double beat = Math.sin(stage.time() * 7 + i * 1.3) * 0.35 + 0.35;
      Path2D bird = new Path2D.Double();
      bird.moveTo(x - span, y - span * beat);
      bird.quadTo(x - span * 0.4, y - span * (beat + 0.12), x, y);
      bird.quadTo(x + span * 0.4, y - span * (beat + 0.12), x + span, y - span * beat);
      bird.quadTo(x + span * 0.42, y - span * (beat - 0.1), x, y + span * 0.2);
      bird.quadTo(x - span * 0.42, y - span * (beat - 0.1), x - span, y - span * beat);
      bird.closePath();
      canvas.fill(bird, colour);
    }
  }
}
