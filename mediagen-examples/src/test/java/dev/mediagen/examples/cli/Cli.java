// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Runs the program inside the test, with an empty environment. */
final class Cli {
  /** How a run ended, and what it said. */
  record Outcome(int exit, String out, String err) {}

  private Cli() {}

  static Outcome run(String... arguments) {
    return run(() -> MediaClient.builder().environment(Map.of()).build(), arguments);
  }

  static Outcome run(Supplier<MediaClient> client, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine(client, Terminal.PLAIN)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int exit = line.execute(arguments);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
