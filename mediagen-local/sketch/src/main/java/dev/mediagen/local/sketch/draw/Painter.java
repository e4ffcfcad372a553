// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

/** Paints one part of a scene. */
@FunctionalInterface
interface Painter {
  void paint(Canvas canvas, Stage stage);
}
