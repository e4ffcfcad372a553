// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import dev.mediagen.local.sketch.scene.Scene;
import dev.mediagen.local.sketch.scene.Subject;
import java.awt.image.BufferedImage;
import java.util.List;

/** Puts the parts of a scene onto a canvas in the right order, from far to near. */
public final class Composition {
  private static final List<Painter> LAND =
      List.of(
          new Sky(),
          new Clouds(),
          new Ridges(),
          new Buildings(),
          new Ground(),
          new Cottages(),
          new Plants(),
          new Animals(),
          new Airs());
  private static final List<Painter> SHORE =
      List.of(
          new Sky(),
          new Clouds(),
          new Ridges(),
          new Buildings(),
          new Cottages(),
          new Water(),
          new Boats(),
          new Ground(),
          new Plants(),
          new Animals(),
          new Airs());
  private static final List<Painter> PATTERN = List.of(new Pattern());

  private Composition() {}

  /** Paints the scene at a size and a moment. */
  public static void paint(Canvas canvas, Scene scene, int width, int height, double time) {
    Stage stage = new Stage(scene, width, height, time);
    List<Painter> painters = !scene.known() ? PATTERN : scene.shows(Subject.WATER) ? SHORE : LAND;
    painters.forEach(painter -> painter.paint(canvas, stage));
  }

  /** The scene as pixels. */
  public static BufferedImage picture(Scene scene, int width, int height, double time) {
    RasterCanvas canvas = new RasterCanvas(width, height);
    paint(canvas, scene, width, height, time);
    return canvas.image();
  }

  /** Only the scene's weather, over pixels that are there already. */
  public static void weather(Canvas canvas, Scene scene, int width, int height) {
    Airs.weather(canvas, new Stage(scene, width, height, 0));
  }
}
