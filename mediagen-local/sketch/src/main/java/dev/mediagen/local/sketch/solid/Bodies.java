// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.solid;

import dev.mediagen.local.sketch.scene.Noise;
import dev.mediagen.local.sketch.scene.Scene;
import dev.mediagen.local.sketch.scene.Subject;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.util.Random;

/** The bodies that words can ask for. */
final class Bodies {
  private static final int GRID = 44;

  private Bodies() {}

  static Mesh of(Scene scene) {
    Mesh mesh = new Mesh();
    Color color =
        scene
            .accent()
            .orElseGet(() -> Tones.turn(new Color(0xC8643C), scene.chance("tone").nextDouble()));
    if (scene.words().any("ball", "sphere", "planet", "globe", "egg", "orb", "moon")) {
      ball(mesh, 0, 1, 0, 1, color);
    } else if (scene.words().any("box", "cube", "crate", "dice", "block", "chest")) {
      box(mesh, -0.7, 0, -0.7, 1.4, 1.4, 1.4, color);
    } else if (scene
        .words()
        .any("vase", "cup", "bottle", "mug", "pot", "lamp", "glass", "bowl", "teapot")) {
      vase(mesh, scene, color);
    } else if (scene.shows(Subject.HOUSE)) {
      house(mesh, color);
    } else {
      land(mesh, scene);
    }
    return mesh;
  }

  private static void ball(Mesh mesh, double x, double y, double z, double radius, Color color) {
    double[] rows = new double[34];
    for (int i = 0; i <= 16; i++) {
      double turn = Math.PI * i / 16 - Math.PI / 2;
      rows[i * 2] = Math.max(0, Math.cos(turn)) * radius;
      rows[i * 2 + 1] = y + Math.sin(turn) * radius;
    }
    mesh.turned(x, z, 32, color, rows);
  }

  private static void box(
      Mesh mesh, double x, double y, double z, double w, double h, double d, Color color) {
    double[][] p = new double[8][];
    for (int i = 0; i < 8; i++) {
      p[i] = new double[] {x + (i & 1) * w, y + (i >> 1 & 1) * h, z + (i >> 2 & 1) * d};
    }
    mesh.quad(p[4], p[5], p[7], p[6], color);
    mesh.quad(p[1], p[0], p[2], p[3], color);
    mesh.quad(p[5], p[1], p[3], p[7], color);
    mesh.quad(p[0], p[4], p[6], p[2], color);
    mesh.quad(p[6], p[7], p[3], p[2], color);
    mesh.quad(p[0], p[1], p[5], p[4], color);
  }

  private static void vase(Mesh mesh, Scene scene, Color color) {
    Random chance = scene.chance("vase");
    double belly = 0.55 + 0.35 * chance.nextDouble();
    double neck = 0.2 + 0.2 * chance.nextDouble();
    double[] rows = new double[52];
    for (int i = 0; i <= 24; i++) {
      double h = i / 24.0;
      double bulge = Math.sin(Math.PI * Math.pow(h, 0.75)) * (belly - neck);
      rows[i * 2 + 2] = neck + bulge + Math.max(0, h - 0.85) * 1.1;
      rows[i * 2 + 3] = h * 2;
    }
    mesh.turned(0, 0, 36, color, rows);
    Color inside = Tones.mix(color, Color.BLACK, 0.5);
    double rim = rows[50];
    mesh.turned(0, 0, 36, inside, rim, 2, rim * 0.86, 1.98, neck, 1.5, 0, 1.5);
  }

  private static void house(Mesh mesh, Color color) {
    Color roof = new Color(0x5A3B3B);
    box(mesh, -1, 0, -0.7, 2, 1, 1.4, color);
    double[] a = {-1.1, 1, -0.85};
    double[] b = {1.1, 1, -0.85};
    double[] c = {1.1, 1, 0.85};
    double[] d = {-1.1, 1, 0.85};
    double[] e = {-1.1, 1.8, 0};
    double[] f = {1.1, 1.8, 0};
    mesh.quad(d, c, f, e, roof);
    mesh.quad(b, a, e, f, roof);
    mesh.triangle(a, d, e, Tones.mix(color, roof, 0.3));
    mesh.triangle(c, b, f, Tones.mix(color, roof, 0.3));
    mesh.quad(a, b, c, d, roof);
    box(mesh, 0.5, 1.2, -0.5, 0.25, 0.75, 0.25, roof);
    box(mesh, -0.2, 0, 0.68, 0.4, 0.65, 0.05, new Color(0x4A3020));
    box(mesh, -0.75, 0.4, 0.68, 0.35, 0.35, 0.04, new Color(0xFFDFA0));
    box(mesh, 0.4, 0.4, 0.68, 0.35, 0.35, 0.04, new Color(0xFFDFA0));
  }

  private static void land(Mesh mesh, Scene scene) {
    Noise across = new Noise(scene.chance("land").nextLong());
    double tall = scene.shows(Subject.MOUNTAIN) ? 1.5 : 0.8;
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        double[] a = spot(across, i, j, tall);
        double[] b = spot(across, i, j + 1, tall);
        double[] c = spot(across, i + 1, j + 1, tall);
        double[] d = spot(across, i + 1, j, tall);
        double height = (a[1] + b[1] + c[1] + d[1]) / 4;
        mesh.quad(a, b, c, d, tone(scene, height / tall));
      }
    }
    Random chance = scene.chance("trees3d");
    int trees = scene.shows(Subject.FOREST) ? 70 : scene.shows(Subject.TREE) ? 30 : 12;
    for (int n = 0; n < trees; n++) {
      double[] at = spot(across, 4 + chance.nextInt(GRID - 8), 4 + chance.nextInt(GRID - 8), tall);
      if (at[1] > 0.08 * tall && at[1] < 0.6 * tall) {
        double s = 0.13 + 0.08 * chance.nextDouble();
        mesh.turned(
            at[0],
            at[2],
            8,
            new Color(0x5A4030),
            s * 0.15,
            at[1] - 0.05,
            s * 0.12,
            at[1] + s * 0.5);
        mesh.turned(
            at[0],
            at[2],
            9,
            Tones.mix(scene.palette().leaf(), new Color(0x2F6B3C), 0.6),
            0,
            at[1] + s * 0.4,
            s * 0.6,
            at[1] + s * 0.45,
            s * 0.3,
            at[1] + s * 1.2,
            0,
            at[1] + s * 2.2);
      }
    }
  }

  private static double[] spot(Noise noise, int i, int j, double tall) {
    double x = (i - GRID / 2.0) / GRID * 4;
    double z = (j - GRID / 2.0) / GRID * 4;
    double bumps =
        noise.rough(x * 0.9 + 7, 3, 0.5) * noise.rough(z * 0.9 + 31, 3, 0.5)
            + 0.5 * noise.rough(x + z * 1.3, 4, 0.5);
    double island = Math.max(0, 1 - (x * x + z * z) / 4.2);
    return new double[] {x, Math.max(0, (0.25 + bumps) * island * tall), z};
  }

  private static Color tone(Scene scene, double height) {
    if (height <= 0.005) {
      return Tones.mix(scene.palette().water(), new Color(0x3F9AC0), 0.6);
    }
    if (height < 0.06) {
      return new Color(0xE6D2A0);
    }
    Color grass = Tones.mix(scene.palette().leaf(), new Color(0x6BAA4C), 0.6);
    return height < 0.42
        ? Tones.mix(grass, new Color(0x4D8A45), height * 2)
        : Tones.mix(new Color(0x8A7F78), Color.WHITE, (height - 0.42) * 2);
  }
}
