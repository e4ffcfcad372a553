// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.segment;

/**
 * A point on a picture.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 * @param wanted whether what lies here is wanted, or is to be left out
 */
public record Point(int x, int y, boolean wanted) {
  /** A point on what is wanted. */
  public static Point on(int x, int y) {
    return new Point(x, y, true);
  }

  /** A point on what is not wanted. */
  public static Point off(int x, int y) {
    return new Point(x, y, false);
  }
}
