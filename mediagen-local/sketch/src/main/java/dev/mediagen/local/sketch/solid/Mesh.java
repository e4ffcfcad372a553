// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.solid;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Coloured triangles, each with its own corners, so that every face is flat. */
final class Mesh {
  private final List<float[]> corners = new ArrayList<>();

  /** Adds a triangle; its front is where the corners run against the clock. */
  void triangle(double[] a, double[] b, double[] c, Color color) {
    double ux = b[0] - a[0];
    double uy = b[1] - a[1];
    double uz = b[2] - a[2];
    double vx = c[0] - a[0];
    double vy = c[1] - a[1];
    double vz = c[2] - a[2];
    double nx = uy * vz - uz * vy;
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    if (length < 1e-12) {
      return;
    }
    for (double[] p : List.of(a, b, c)) {
      corners.add(
          new float[] {
            (float) p[0],
            (float) p[1],
            (float) p[2],
            (float) (nx / length),
            (float) (ny / length),
            (float) (nz / length),
            linear(color.getRed()),
            linear(color.getGreen()),
            linear(color.getBlue())
          });
    }
  }

  /** Adds a face of four corners. */
  void quad(double[] a, double[] b, double[] c, double[] d, Color color) {
    triangle(a, b, c, color);
    triangle(a, c, d, color);
  }

  /** Adds a body that is round about a standing axis: rows of radius and height. */
  void turned(double x, double z, int sides, Color color, double... radiusAndHeight) {
    for (int row = 0; row + 3 < radiusAndHeight.length; row += 2) {
      for (int i = 0; i < sides; i++) {
        double[] a = on(x, z, i, sides, radiusAndHeight[row], radiusAndHeight[row + 1]);
        double[] b = on(x, z, i + 1, sides, radiusAndHeight[row], radiusAndHeight[row + 1]);
        double[] c = on(x, z, i + 1, sides, radiusAndHeight[row + 2], radiusAndHeight[row + 3]);
        double[] d = on(x, z, i, sides, radiusAndHeight[row + 2], radiusAndHeight[row + 3]);
        quad(d, c, b, a, color);
      }
    }
  }

  /** Position, normal and colour of each corner: nine numbers. */
  List<float[]> corners() {
    return corners;
  }

  private static double[] on(double x, double z, int i, int sides, double radius, double height) {
    double turn = 2 * Math.PI * i / sides;
    return new double[] {x + Math.cos(turn) * radius, height, z + Math.sin(turn) * radius};
  }

  private static float linear(int level) {
    return (float) Math.pow(level / 255.0, 2.2);
  }
}
