// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import dev.mediagen.local.sketch.draw.Composition;
import dev.mediagen.local.sketch.draw.RasterCanvas;
import dev.mediagen.local.sketch.scene.Palette;
import dev.mediagen.local.sketch.scene.Scene;
import dev.mediagen.local.sketch.scene.Tones;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Changes a picture by rule: without a mask its tones take the scene's colours and its weather;
 * with a mask the white area is drawn anew, with a soft edge.
 */
record Retouch(Scene scene, double strength) {

  BufferedImage apply(BufferedImage picture, Optional<BufferedImage> mask, PictureSize size) {
    int width = size.width();
    int height = size.height();
    BufferedImage base = PictureFile.resize(picture, width, height);
    BufferedImage over =
        mask.isPresent() ? Composition.picture(scene, width, height, 0) : recoloured(base);
    BufferedImage share = mask.map(m -> soften(PictureFile.resize(m, width, height))).orElse(base);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double weight = strength * (mask.isPresent() ? (share.getRGB(x, y) & 0xFF) / 255.0 : 1);
        base.setRGB(x, y, blend(base.getRGB(x, y), over.getRGB(x, y), weight));
      }
    }
    return base;
  }

  private BufferedImage recoloured(BufferedImage picture) {
    int[] ramp = new int[256];
    Palette palette = scene.palette();
    Color middle = scene.accent().orElse(palette.sky().get(2));
    for (int i = 0; i < 256; i++) {
      double light = i / 255.0;
      Color tone =
          light < 0.5
              ? Tones.mix(palette.near(), middle, light * 2)
              : Tones.mix(middle, palette.light(), light * 2 - 1);
      ramp[i] = tone.getRGB();
    }
    RasterCanvas canvas = new RasterCanvas(picture.getWidth(), picture.getHeight());
    canvas.fill(new Rectangle2D.Double(0, 0, picture.getWidth(), picture.getHeight()), Color.BLACK);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        int grey = ((rgb >> 16 & 0xFF) * 77 + (rgb >> 8 & 0xFF) * 150 + (rgb & 0xFF) * 29) >> 8;
        canvas.image().setRGB(x, y, ramp[grey]);
      }
    }
    Composition.weather(canvas, scene, picture.getWidth(), picture.getHeight());
    return canvas.image();
  }

  /** A quarter of the size and back again: the cheapest soft edge. */
  private static BufferedImage soften(BufferedImage mask) {
    int width = Math.max(1, mask.getWidth() / 4);
    int height = Math.max(1, mask.getHeight() / 4);
    return PictureFile.resize(
        PictureFile.resize(mask, width, height), mask.getWidth(), mask.getHeight());
  }

  private static int blend(int under, int over, double share) {
    int out = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int from = under >> shift & 0xFF;
      int to = over >> shift & 0xFF;
      out |= (int) Math.round(from + (to - from) * share) << shift;
    }
    return out;
  }
}
