// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import java.io.Console;
import java.util.Map;

/**
 * What can be shown to whoever watches.
 *
 * @param live whether lines can be drawn again
 * @param colour whether colours are welcome
 * @param blocks whether block characters come through
 */
record Terminal(boolean live, boolean colour, boolean blocks) {
  /** Nobody watches: plain lines, one for each change. */
  static final Terminal PLAIN = new Terminal(false, false, false);

  /** The terminal of this process. */
  static Terminal detect() {
    return of(System.getenv(), people(System.console()));
  }

  static Terminal of(Map<String, String> environment, boolean people) {
    boolean live = people && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    String encoding = System.getProperty("native.encoding", "");
    return new Terminal(live, colour, encoding.equalsIgnoreCase("UTF-8"));
  }

  /** JDK 22 to 24 give a console even where there is none, and tell by a method JDK 17 lacks. */
  private static boolean people(@org.jspecify.annotations.Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
