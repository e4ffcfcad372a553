// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

/** HTML text in which nothing that people or vendors wrote can become markup. */
final class Html {
  private final StringBuilder page = new StringBuilder();

  /** Markup of our own, with values in the place of each {@code %s}, escaped. */
  Html add(String markup, Object... values) {
    String[] pieces = markup.split("%s", -1);
    if (pieces.length != values.length + 1) {
      throw new IllegalArgumentException(values.length + " values for " + markup);
    }
    page.append(pieces[0]);
    for (int i = 0; i < values.length; i++) {
      page.append(values[i] instanceof Html html ? html.page : escape(values[i].toString()))
          .append(pieces[i + 1]);
    }
    page.append('\n');
    return this;
  }

  /** A style sheet or markup of our own, as it is. */
  Html raw(String text) {
    page.append(text);
    return this;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
