// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import dev.mediagen.spi.Blob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/** Turns a mask in which white is changed into a PNG in which the transparent part is changed. */
public final class MaskConversion {
  private MaskConversion() {}

  /** The converted mask, of the same size; grey becomes half transparent. */
  public static Blob whiteToTransparent(Blob mask) throws IOException {
    BufferedImage white;
    try (InputStream in = mask.open()) {
      white = ImageIO.read(in);
    }
    if (white == null) {
      throw new IOException("not an image this machine can decode");
    }
    int width = white.getWidth();
    int height = white.getHeight();
    BufferedImage transparent = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = white.getRGB(x, y);
        int light = (((rgb >> 16) & 0xff) + ((rgb >> 8) & 0xff) + (rgb & 0xff)) / 3;
        transparent.setRGB(x, y, (255 - light) << 24);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(transparent, "png", out);
    return Blob.of(out.toByteArray());
  }
}
