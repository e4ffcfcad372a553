// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.draw;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** A canvas of lines: what is painted becomes the elements of an SVG document. */
public final class SvgCanvas implements Canvas {
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder definitions = new StringBuilder();
  private final int width;
  private final int height;
  private int names;

  public SvgCanvas(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The whole document. */
  public String document(String title) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
        + String.format(
            Locale.ROOT,
            " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
            width,
            height,
            width,
            height)
        + "<title>"
        + escape(title)
        + "</title>\n<defs>\n"
        + definitions
        + "</defs>\n"
        + body
        + "</svg>\n";
  }

  @Override
  public void fill(Shape shape, Paint paint) {
    String data = data(shape);
    if (!data.isEmpty()) {
      body.append("<path d=\"").append(data).append("\" ").append(ink(paint)).append("/>\n");
    }
  }

  @Override
  public void reflect(double waterline, double strength, double time) {
    String name = "above" + names++;
    body.insert(0, "<g id=\"" + name + "\">\n");
    body.append("</g>\n<g clip-path=\"url(#")
        .append(name)
        .append("c)\"><use href=\"#")
        .append(name);
    body.append("\" transform=\"translate(0,").append(number(waterline * 2));
    body.append(") scale(1,-1)\" opacity=\"").append(number(strength * 0.62)).append("\"/></g>\n");
    definitions.append("<clipPath id=\"").append(name).append("c\"><rect x=\"0\" y=\"");
    definitions
        .append(number(waterline))
        .append("\" width=\"")
        .append(width)
        .append("\" height=\"");
    definitions.append(number(height - waterline)).append("\"/></clipPath>\n");
  }

  private String ink(Paint paint) {
    if (paint instanceof Color color) {
      String opacity =
          color.getAlpha() < 255
              ? " fill-opacity=\"" + number(color.getAlpha() / 255.0) + "\""
              : "";
      return "fill=\"" + hex(color) + "\"" + opacity;
    }
    String name = "g" + names++;
    if (paint instanceof LinearGradientPaint line) {
      definitions.append(
          "<linearGradient id=\"%s\" gradientUnits=\"userSpaceOnUse\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\">"
              .formatted(
                  name,
                  number(line.getStartPoint().getX()),
                  number(line.getStartPoint().getY()),
                  number(line.getEndPoint().getX()),
                  number(line.getEndPoint().getY())));
      stops(line);
      definitions.append("</linearGradient>\n");
    } else if (paint instanceof RadialGradientPaint round) {
      definitions.append(
          "<radialGradient id=\"%s\" gradientUnits=\"userSpaceOnUse\" cx=\"%s\" cy=\"%s\" r=\"%s\">"
              .formatted(
                  name,
                  number(round.getCenterPoint().getX()),
                  number(round.getCenterPoint().getY()),
                  number(round.getRadius())));
      stops(round);
      definitions.append("</radialGradient>\n");
    }
    return "fill=\"url(#" + name + ")\"";
  }

  private void stops(MultipleGradientPaint paint) {
    for (int i = 0; i < paint.getColors().length; i++) {
      Color color = paint.getColors()[i];
      definitions.append(
          "<stop offset=\"%s\" stop-color=\"%s\" stop-opacity=\"%s\"/>"
              .formatted(
                  number(paint.getFractions()[i]), hex(color), number(color.getAlpha() / 255.0)));
    }
  }

  private static String data(Shape shape) {
    StringBuilder out = new StringBuilder();
    double[] c = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int kind = path.currentSegment(c);
      out.append("MLQCZ".charAt(kind));
      int numbers = new int[] {2, 2, 4, 6, 0}[kind];
      for (int i = 0; i < numbers; i++) {
        out.append(i == 0 ? "" : " ").append(number(c[i]));
      }
    }
    return out.toString();
  }

  private static String number(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.2f", rounded);
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }

  /** Text that may stand between tags: escaped, and without what XML cannot hold. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || (c >= 32 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)))
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
