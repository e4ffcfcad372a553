// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

/** Conifers, trees with a crown, and palms. */
final class Trees {
  private Trees() {}

  /** Small conifers along a line of heights. */
  static Shape row(Stage stage, String name, double[] top, double tall) {
    Random chance = stage.chance("row" + name);
    Path2D trees = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (double x = 0; x < stage.width(); x += tall * (0.16 + 0.34 * chance.nextDouble())) {
      int at = (int) Math.min(top.length - 1, x / stage.width() * (top.length - 1));
      double high = tall * (0.55 + 0.75 * chance.nextDouble());
      trees.append(conifer(x, top[at] + tall * 0.2, high, chance), false);
    }
    return trees;
  }

  /** One conifer, standing on its base. */
  static Shape conifer(double x, double base, double tall, Random chance) {
    Path2D tree = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int tiers = 5 + chance.nextInt(3);
    double wide = tall * (0.17 + 0.07 * chance.nextDouble());
    double[] right = new double[tiers * 4];
    tree.moveTo(x, base - tall);
    for (int i = 0; i < tiers; i++) {
      double down = (i + 1.0) / tiers;
      double reach = wide * (0.18 + 0.82 * down) * (0.82 + 0.36 * chance.nextDouble());
      double y = base - tall * (1 - down * 0.9);
      right[i * 4] = x + reach;
      right[i * 4 + 1] = y;
      right[i * 4 + 2] = x + reach * 0.45;
      right[i * 4 + 3] = y - tall * 0.035;
    }
    for (int i = 0; i < right.length; i += 2) {
      tree.lineTo(right[i], right[i + 1]);
    }
    tree.lineTo(x + wide * 0.09, base - tall * 0.12);
    tree.lineTo(x + wide * 0.09, base);
    tree.lineTo(x - wide * 0.09, base);
    tree.lineTo(x - wide * 0.09, base - tall * 0.12);
    for (int i = right.length - 2; i >= 0; i -= 2) {
      double lean = 0.88 + 0.24 * chance.nextDouble();
      tree.lineTo(x - (right[i] - x) * lean, right[i + 1] + tall * 0.012);
    }
    tree.closePath();
    return tree;
  }

  /** A tree with a round crown: shadow, body and lit leaves. */
  static void crowned(
      Canvas canvas, Stage stage, double x, double base, double tall, Color leaf, Random chance) {
    Palette palette = stage.palette();
    double w = tall * 0.035;
    Color bark = Tones.mix(stage.shade(), new Color(0x3B2A22), 0.5);
    canvas.fill(
        Shapes.blob(
            x - w * 1.8,
            base,
            x - w * 0.7,
            base - tall * 0.25,
            x - w * 0.5,
            base - tall * 0.6,
            x + w * 0.5,
            base - tall * 0.6,
            x + w * 0.7,
            base - tall * 0.25,
            x + w * 1.9,
            base),
        bark);
    Path2D branches =
        Shapes.polygon(
            x,
            base - tall * 0.3,
            x - tall * 0.2,
            base - tall * 0.58,
            x - tall * 0.17,
            base - tall * 0.6,
            x + w * 0.5,
            base - tall * 0.38,
            x + tall * 0.18,
            base - tall * 0.62,
            x + tall * 0.2,
            base - tall * 0.59,
            x + w * 0.6,
            base - tall * 0.3);
    canvas.fill(branches, bark);
    double sway = Math.sin(stage.time() * 1.4 + x) * tall * 0.006;
    for (int layer = 0; layer < 3; layer++) {
      Area crown = new Area();
      double shrink = 1 - layer * 0.2;
      for (int i = 0; i < 11; i++) {
        double turn = i / 11.0 * Math.PI * 2 + layer;
        double out = tall * 0.2 * shrink * (0.6 + 0.5 * chance.nextDouble());
        double r = tall * (0.12 + 0.06 * chance.nextDouble()) * (layer == 0 ? 1 : 0.72);
        crown.add(
            new Area(
                Shapes.disc(
                    x + Math.cos(turn) * out * 1.15 - layer * tall * 0.035 + sway * (1 + layer),
                    base - tall * 0.7 + Math.sin(turn) * out * 0.8 - layer * tall * 0.05,
                    r)));
      }
      if (layer == 0) {
        crown.add(new Area(Shapes.oval(x, base - tall * 0.7, tall * 0.24, tall * 0.2)));
      }
      Color tone =
          Tones.mix(
              Tones.mix(leaf, stage.shade(), 0.5),
              Tones.mix(leaf, palette.light(), 0.18),
              layer / 2.0);
      canvas.fill(crown, tone);
    }
  }

  /** A palm that leans a little. */
  static void palm(Canvas canvas, Stage stage, double x, double base, double tall, double lean) {
    Color dark = Tones.mix(stage.shade(), new Color(0x2A1D18), 0.3);
    double topX = x + lean * tall * 0.35;
    double topY = base - tall;
    double w = tall * 0.022;
    Path2D trunk = new Path2D.Double();
    trunk.moveTo(x - w * 1.6, base);
    trunk.quadTo(x - w + lean * tall * 0.04, base - tall * 0.55, topX - w * 0.7, topY);
    trunk.lineTo(topX + w * 0.7, topY);
    trunk.quadTo(x + w + lean * tall * 0.07, base - tall * 0.55, x + w * 1.6, base);
    trunk.closePath();
    canvas.fill(trunk, dark);
    Color leaf = Tones.mix(stage.palette().leaf(), stage.shade(), 0.55);
    for (double turn : List.of(-3.3, -2.8, -2.3, -1.75, -1.3, -0.8, -0.3, 0.15)) {
      double sway = Math.sin(stage.time() * 1.6 + turn * 2) * 0.05;
      double tipX = topX + Math.cos(turn + sway) * tall * 0.42;
      double tipY = topY + Math.sin(turn + sway) * tall * 0.22 + tall * 0.13;
      Path2D frond = new Path2D.Double();
      frond.moveTo(topX, topY);
      frond.quadTo((topX + tipX) / 2, Math.min(topY, tipY) - tall * 0.15, tipX, tipY);
      frond.quadTo(
          (topX + tipX) / 2, Math.min(topY, tipY) - tall * 0.03, topX, topY + tall * 0.025);
      frond.closePath();
      canvas.fill(frond, Tones.mix(leaf, dark, turn < -1.5 ? 0.1 : 0.45));
    }
  }
}
