// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes by their middle, and outlines of several points. */
final class Shapes {
  private Shapes() {}

  static Shape disc(double x, double y, double radius) {
    return oval(x, y, radius, radius);
  }

  static Shape oval(double x, double y, double halfWidth, double halfHeight) {
    return new Ellipse2D.Double(x - halfWidth, y - halfHeight, halfWidth * 2, halfHeight * 2);
  }

  static Shape box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  /** Straight lines from point to point: x, y, x, y, … */
  static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** A round line through the points, closed. */
  static Path2D blob(double... points) {
    int n = points.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 0; i < n; i++) {
      double[] c = new double[4];
      for (int axis = 0; axis < 2; axis++) {
        double before = points[(i + n - 1) % n * 2 + axis];
        double from = points[i * 2 + axis];
        double to = points[(i + 1) % n * 2 + axis];
        double after = points[(i + 2) % n * 2 + axis];
        c[axis] = from + (to - before) / 6;
        c[axis + 2] = to - (after - from) / 6;
      }
      int next = (i + 1) % n * 2;
      path.curveTo(c[0], c[1], c[2], c[3], points[next], points[next + 1]);
    }
    path.closePath();
    return path;
  }

  /** A shape drawn about the origin, enlarged and put in its place. */
  static Shape place(Shape shape, double x, double y, double scaleX, double scaleY) {
    AffineTransform transform = AffineTransform.getTranslateInstance(x, y);
    transform.scale(scaleX, scaleY);
    return transform.createTransformedShape(shape);
  }
}
