// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A canvas of pixels. */
public final class RasterCanvas implements Canvas {
  private final BufferedImage image;
  private final Graphics2D graphics;

  public RasterCanvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** The picture as painted so far. */
  public BufferedImage image() {
    return image;
  }

  @Override
  public void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  @Override
  public void reflect(double waterline, double strength, double time) {
    int width = image.getWidth();
    int height = image.getHeight();
    int line = (int) Math.round(waterline);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int y = Math.max(line, 1); y < height; y++) {
      double depth = (y - line) / (double) Math.max(1, height - line);
      double near = 0.15 + depth;
      double phase =
          Math.sin(y * 0.55 / near + time * 2.1) + Math.sin(y * 0.21 / near - time * 1.3);
      int shift = (int) Math.round(phase * near * width * 0.004);
      int source = line - 1 - (int) ((y - line) * 0.92 + phase * near * 2);
      if (source < 0 || source >= line) {
        source = Math.max(0, Math.min(line - 1, source));
      }
      int share = (int) (256 * strength * (1 - 0.72 * depth));
      for (int x = 0; x < width; x++) {
        int from = pixels[source * width + Math.max(0, Math.min(width - 1, x + shift))];
        pixels[y * width + x] = blend(pixels[y * width + x], from, share);
      }
    }
  }

  private static int blend(int under, int over, int share) {
    int rb = ((over & 0xFF00FF) * share + (under & 0xFF00FF) * (256 - share)) >>> 8 & 0xFF00FF;
    int g = ((over & 0xFF00) * share + (under & 0xFF00) * (256 - share)) >>> 8 & 0xFF00;
    return rb | g;
  }
}
