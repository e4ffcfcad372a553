// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.BitSet;

/** An area of a picture that grows from a place over all neighbours of like colour. */
final class LikeColours {
  private static final int STEP = 26;
  private static final int REACH = 74;

  private final BufferedImage image;
  private final int width;
  private final int height;
  private final BitSet selected = new BitSet();

  LikeColours(BufferedImage image) {
    this.image = image;
    width = image.getWidth();
    height = image.getHeight();
  }

  void addPoint(int x, int y) {
    selected.or(grow(x, y, 0, 0, width, height));
  }

  void removePoint(int x, int y) {
    selected.andNot(grow(x, y, 0, 0, width, height));
  }

  /** What in the box differs from the box's edge; all of it if nothing does. */
  void addBox(double[] box) {
    int left = (int) Math.min(box[0], box[2]);
    int top = (int) Math.min(box[1], box[3]);
    int right = (int) Math.min(width, Math.max(box[0], box[2]));
    int bottom = (int) Math.min(height, Math.max(box[1], box[3]));
    BitSet inner = new BitSet();
    for (int y = top; y < bottom; y++) {
      inner.set(y * width + left, y * width + Math.max(left, right));
    }
    BitSet object = (BitSet) inner.clone();
    for (int i = 0; i < 8; i++) {
      int x = left + (right - 1 - left) * (i % 4) / 3;
      object.andNot(grow(x, i < 4 ? top : bottom - 1, left, top, right, bottom));
    }
    selected.or(object.cardinality() * 50 < inner.cardinality() ? inner : object);
  }

  /** White where selected. */
  BufferedImage mask() {
    BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    selected.stream().forEach(i -> mask.getRaster().setSample(i % width, i / width, 0, 255));
    return mask;
  }

  private BitSet grow(int startX, int startY, int left, int top, int right, int bottom) {
    BitSet grown = new BitSet();
    int x0 = Math.max(left, Math.min(right - 1, startX));
    int y0 = Math.max(top, Math.min(bottom - 1, startY));
    int seed = image.getRGB(x0, y0);
    ArrayDeque<Integer> edge = new ArrayDeque<>();
    grown.set(y0 * width + x0);
    edge.add(y0 * width + x0);
    while (!edge.isEmpty()) {
      int at = edge.removeFirst();
      int here = image.getRGB(at % width, at / width);
      for (int side = 0; side < 4; side++) {
        int x = at % width + (side == 0 ? 1 : side == 1 ? -1 : 0);
        int y = at / width + (side == 2 ? 1 : side == 3 ? -1 : 0);
        if (x < left || y < top || x >= right || y >= bottom || grown.get(y * width + x)) {
          continue;
        }
        int there = image.getRGB(x, y);
        if (difference(here, there) <= STEP && difference(seed, there) <= REACH) {
          grown.set(y * width + x);
          edge.add(y * width + x);
        }
      }
    }
    return grown;
  }

  private static int difference(int a, int b) {
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    return (int) Math.sqrt(red * red + green * green + blue * blue);
  }
}
