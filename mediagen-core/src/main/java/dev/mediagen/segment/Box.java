// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.segment;

/**
 * A box on a picture, in pixels from its top left corner.
 *
 * @param left the left edge
 * @param top the top edge
 * @param right the right edge
 * @param bottom the bottom edge
 */
public record Box(int left, int top, int right, int bottom) {}
