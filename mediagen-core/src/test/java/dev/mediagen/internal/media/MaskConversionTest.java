// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.spi.Blob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MaskConversionTest {
  private static Blob png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return Blob.of(out.toByteArray());
  }

  @Test
  void white_becomes_transparent_and_black_opaque() throws IOException {
    BufferedImage mask = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    mask.setRGB(0, 0, 0xffffff);
    mask.setRGB(1, 0, 0x808080);

    BufferedImage converted;
    try (InputStream in = MaskConversion.whiteToTransparent(png(mask)).open()) {
      converted = ImageIO.read(new ByteArrayInputStream(in.readAllBytes()));
    }

    assertThat(converted.getWidth()).isEqualTo(3);
    assertThat(converted.getHeight()).isEqualTo(2);
    assertThat(converted.getRGB(0, 0) >>> 24).isZero();
    assertThat(converted.getRGB(1, 0) >>> 24).isEqualTo(127);
    assertThat(converted.getRGB(2, 1) >>> 24).isEqualTo(255);
  }

  @Test
  void white_becomes_black_and_black_white() throws IOException {
    BufferedImage mask = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    mask.setRGB(0, 0, 0xffffff);

    BufferedImage converted;
    try (InputStream in = MaskConversion.whiteToBlack(png(mask)).open()) {
      converted = ImageIO.read(new ByteArrayInputStream(in.readAllBytes()));
    }

    assertThat(converted.getRGB(0, 0) & 0xffffff).isZero();
    assertThat(converted.getRGB(1, 0) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void what_is_no_picture_is_refused() {
    assertThatThrownBy(() -> MaskConversion.whiteToTransparent(Blob.of(new byte[] {1, 2})))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not an image");
  }
}
