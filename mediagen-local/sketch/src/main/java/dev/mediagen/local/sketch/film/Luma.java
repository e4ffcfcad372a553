// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.film;

import java.awt.image.BufferedImage;
import org.jcodec.common.model.Picture;

/** Brightness and colour planes of a picture, as video wants them. */
final class Luma {
  private Luma() {}

  static void read(BufferedImage image, Picture into) {
    int width = into.getWidth();
    int height = into.getHeight();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] luma = into.getPlaneData(0);
    byte[] blue = into.getPlaneData(1);
    byte[] red = into.getPlaneData(2);
    for (int i = 0; i < rgb.length; i++) {
      int y = 66 * (rgb[i] >> 16 & 0xFF) + 129 * (rgb[i] >> 8 & 0xFF) + 25 * (rgb[i] & 0xFF);
      luma[i] = (byte) (((y + 128) >> 8) + 16 - 128);
    }
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        int at = y * 2 * width + x * 2;
        int r = part(rgb, at, width, 16);
        int g = part(rgb, at, width, 8);
        int b = part(rgb, at, width, 0);
        blue[y * width / 2 + x] = (byte) ((-38 * r - 74 * g + 112 * b + 128) >> 8);
        red[y * width / 2 + x] = (byte) ((112 * r - 94 * g - 18 * b + 128) >> 8);
      }
    }
  }

  private static int part(int[] rgb, int at, int width, int shift) {
    int sum = (rgb[at] >> shift & 0xFF) + (rgb[at + 1] >> shift & 0xFF);
    return (sum + (rgb[at + width] >> shift & 0xFF) + (rgb[at + width + 1] >> shift & 0xFF)) / 4;
  }
}
