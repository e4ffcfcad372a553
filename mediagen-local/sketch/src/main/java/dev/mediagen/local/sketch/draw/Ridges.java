// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Noise;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import dev.mediagen.local.sketch.scene.Weather;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;

/** Far land: mountains with snow on them, and hill behind hill with mist between. */
final class Ridges implements Painter {

  @Override
  public void paint(Canvas canvas, Stage stage) {
    boolean high = stage.scene().shows(Subject.MOUNTAIN);
    boolean wet = stage.scene().shows(Subject.WATER);
    double room = stage.horizon();
    if (high) {
      mountains(canvas, stage, "peaks", room * 0.6, 0.12);
      mountains(canvas, stage, "shoulders", room * 0.42, 0.3);
    }
    int hills = wet ? 2 : 3;
    for (int i = 0; i < hills; i++) {
      double share = (i + 1) / (double) (hills + 1);
      double tall = room * (wet ? 0.17 : 0.24) * (1.15 - share * 0.7);
      hill(canvas, stage, "hill" + i, tall, 0.08 + share * (wet ? 0.3 : 0.42));
    }
  }

  private static void mountains(
      Canvas canvas, Stage stage, String name, double tall, double nearness) {
    Noise noise = stage.noise(name);
    int steps = 220;
    double[] top = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double along = i / (double) steps * stage.width() / stage.height();
      double shape =
          Math.pow(noise.crest(along * 2.1, 5), 2.6) * (0.95 + 0.35 * noise.at(along * 1.1 + 40));
      top[i] = stage.horizon() - tall * (0.12 + shape * 1.05);
    }
    Color rock = Tones.mix(stage.palette().land(nearness), stage.palette().sky().get(0), 0.22);
    Path2D body = under(stage, top, stage.horizon() + stage.unit() * 3);
    canvas.fill(
        body, Paints.vertical(stage.horizon() - tall * 1.1, stage.horizon(), fade(stage, rock)));
    snow(canvas, stage, noise, top, tall);
  }

  private static void snow(Canvas canvas, Stage stage, Noise noise, double[] top, double tall) {
    double share = stage.scene().weather() == Weather.SNOW ? 0.2 : 0.42;
    double line = stage.horizon() - tall * share;
    Path2D caps = new Path2D.Double();
    int steps = top.length - 1;
    caps.moveTo(0, top[0]);
    for (int i = 1; i <= steps; i++) {
      caps.lineTo(stage.width() * i / steps, top[i]);
    }
    for (int i = steps; i >= 0; i--) {
      double deep = Math.min(tall * 0.3, Math.max(0, line - top[i]));
      double rag = 0.5 + 0.22 * noise.at(i * 0.45) + 0.2 * noise.at(i * 0.17 + 9);
      caps.lineTo(stage.width() * i / steps, top[i] + deep * Math.max(0.06, rag));
    }
    caps.closePath();
    Color white = Tones.mix(new Color(0xFFFFFF), stage.palette().sky().get(2), 0.25);
    Color lit = Tones.mix(white, stage.palette().light(), 0.35);
    canvas.fill(
        caps,
        Paints.vertical(
            stage.horizon() - tall * 1.1,
            line,
            List.of(Tones.sheer(lit, stage.scene().dark() ? 0.6 : 0.95), Tones.sheer(white, 0.5))));
  }

  private static void hill(Canvas canvas, Stage stage, String name, double tall, double nearness) {
    Noise noise = stage.noise(name);
    int steps = 160;
    double[] top = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double along = i / (double) steps * stage.width() / stage.height();
      double shape = 0.5 + 0.5 * noise.rough(along * (1.4 + nearness * 2), 4, 0.42);
      top[i] = stage.horizon() - tall * (0.1 + shape);
    }
    Path2D body = under(stage, top, stage.horizon() + stage.unit() * 3);
    Color land = stage.palette().land(nearness);
    canvas.fill(body, Paints.vertical(stage.horizon() - tall, stage.horizon(), fade(stage, land)));
    if (stage.scene().shows(Subject.FOREST)) {
      Color wood = Tones.mix(land, stage.palette().near(), 0.25);
      canvas.fill(Trees.row(stage, name, top, stage.unit() * (1.6 + nearness * 5)), wood);
    }
  }

  private static List<Color> fade(Stage stage, Color land) {
    double mist = stage.scene().weather() == Weather.FOG ? 0.85 : 0.5;
    return List.of(land, Tones.mix(land, stage.palette().haze(), mist));
  }

  /** The land below a line of heights that are spread over the whole width. */
  static Path2D under(Stage stage, double[] top, double bottom) {
    Path2D path = new Path2D.Double();
    path.moveTo(-1, bottom);
    for (int i = 0; i < top.length; i++) {
      path.lineTo(stage.width() * i / (top.length - 1.0), top[i]);
    }
    path.lineTo(stage.width() + 1, bottom);
    path.closePath();
    return path;
  }
}
