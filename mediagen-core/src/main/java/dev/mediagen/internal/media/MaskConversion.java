// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import dev.mediagen.spi.Blob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/** Turns a mask in which white is changed into a PNG that says it in another way. */
public final class MaskConversion {
  private MaskConversion() {}

  /** A mask in which the transparent part is changed; grey becomes half transparent. */
  public static Blob whiteToTransparent(Blob mask) throws IOException {
    return converted(mask, BufferedImage.TYPE_INT_ARGB, dark -> dark << 24);
  }

  /** A mask in which the black part is changed; grey stays grey. */
  public static Blob whiteToBlack(Blob mask) throws IOException {
    return converted(mask, BufferedImage.TYPE_INT_RGB, dark -> dark << 16 | dark << 8 | dark);
  }

  /** A mask of the same size, each point from how dark it was, 0 to 255. */
  private static Blob converted(Blob mask, int type, IntUnaryOperator point) throws IOException {
    BufferedImage white;
    try (InputStream in = mask.open()) {
      white = ImageIO.read(in);
    }
    if (white == null) {
      throw new IOException("not an image this machine can decode");
    }
    int width = white.getWidth();
    int height = white.getHeight();
    BufferedImage other = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = white.getRGB(x, y);
        int light = (((rgb >> 16) & 0xff) + ((rgb >> 8) & 0xff) + (rgb & 0xff)) / 3;
        other.setRGB(x, y, point.applyAsInt(255 - light));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(other, "png", out);
    return Blob.of(out.toByteArray());
  }
}
