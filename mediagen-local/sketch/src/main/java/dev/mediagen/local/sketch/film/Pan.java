// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.film;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A slow move into a picture, starting with all of it. */
record Pan(BufferedImage picture, int width, int height) {

  BufferedImage at(double share) {
    double eased = share * share * (3 - 2 * share);
    double fill =
        Math.max(width / (double) picture.getWidth(), height / (double) picture.getHeight());
    double scale = fill * (1 + 0.22 * eased);
    double spareX = width - picture.getWidth() * scale;
    double spareY = height - picture.getHeight() * scale;
    BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = frame.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform move =
        AffineTransform.getTranslateInstance(spareX * (0.5 + 0.2 * eased), spareY * 0.5);
    move.scale(scale, scale);
    graphics.drawImage(picture, move, null);
    graphics.dispose();
    return frame;
  }
}
