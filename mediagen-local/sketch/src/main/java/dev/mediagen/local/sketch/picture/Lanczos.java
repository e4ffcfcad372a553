// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import dev.mediagen.local.sketch.model.Progress;
import java.awt.image.BufferedImage;

/** Enlarges pictures with a windowed sinc over six neighbours, first across, then down. */
final class Lanczos {
  private static final int REACH = 3;

  private Lanczos() {}

  static BufferedImage enlarge(BufferedImage image, int scale, Progress progress) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] source = image.getRGB(0, 0, width, height, null, 0, width);
    int[] wide = stretch(source, width, height, scale);
    progress.step(1, 3, "across");
    int[] turned = stretch(turn(wide, width * scale, height), height, width * scale, scale);
    int[] large = turn(turned, height * scale, width * scale);
    progress.step(2, 3, "down");
    BufferedImage out =
        new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
    out.setRGB(0, 0, width * scale, height * scale, large, 0, width * scale);
    return out;
  }

  private static int[] stretch(int[] source, int width, int height, int scale) {
    int[] out = new int[width * scale * height];
    for (int x = 0; x < width * scale; x++) {
      double center = (x + 0.5) / scale - 0.5;
      int first = (int) Math.floor(center) - REACH + 1;
      double[] weights = new double[REACH * 2];
      double total = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = kernel(center - first - i);
        total += weights[i];
      }
      for (int y = 0; y < height; y++) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = 0; i < weights.length; i++) {
          int rgb = source[y * width + Math.max(0, Math.min(width - 1, first + i))];
          double weight = weights[i] / total;
          red += weight * (rgb >> 16 & 0xFF);
          green += weight * (rgb >> 8 & 0xFF);
          blue += weight * (rgb & 0xFF);
        }
        out[y * width * scale + x] = level(red) << 16 | level(green) << 8 | level(blue);
      }
    }
    return out;
  }

  private static int[] turn(int[] source, int width, int height) {
    int[] out = new int[source.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[x * height + y] = source[y * width + x];
      }
    }
    return out;
  }

  private static double kernel(double x) {
    if (Math.abs(x) < 1e-9) {
      return 1;
    }
    if (Math.abs(x) >= REACH) {
      return 0;
    }
    double at = Math.PI * x;
    return REACH * Math.sin(at) * Math.sin(at / REACH) / (at * at);
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
