// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import java.awt.Paint;
import java.awt.Shape;

/** Something that shapes can be filled on: a picture of pixels, or a drawing of lines. */
public interface Canvas {

  /** Fills a shape with a colour or a gradient. */
  void fill(Shape shape, Paint paint);

  /**
   * Mirrors all that has been painted above a line onto what lies below it, as still water does.
   *
   * @param waterline the line, from the top
   * @param strength opacity at the line, 0 to 1
   * @param time seconds, moves the ripples
   */
  void reflect(double waterline, double strength, double time);
}
