// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one of each kind, and a page that shows them. */
@Command(
    name = "demo",
    description = {
      "Make one of each kind, and a page that shows them: index.html.",
      "All are made by the built-in models, which sketch by rule, need no key and cost nothing."
    },
    footer = {"", "Example:", "  mediagen demo \"a lighthouse by the sea at night\" --out out"})
final class DemoCommand implements Callable<Integer> {
  private final Supplier<MediaClient> clients;
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "<prompt>", description = "What to make, in words. Put it in quotes.")
  private String prompt = "";

  DemoCommand(Supplier<MediaClient> clients, Terminal terminal) {
    this.clients = clients;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = spec.commandLine();
    OutputFiles files = OutputFiles.at(line, output.out());
    if (!files.folder().equals(output.out())) {
      throw new ParameterException(line, "--out must be a folder here: there are many files");
    }
    long start = System.nanoTime();
    try (MediaClient client = clients.get()) {
      List<Programme.Piece> pieces;
      try (Studio studio = new Studio(client, files, line, terminal)) {
        pieces = Programme.start(studio, prompt);
        Studio.await(futures(pieces));
      }
      int exit = new Report(line, output.json()).tellAll(futures(pieces));
      Path sheet =
          new ContactSheet(files.folder())
              .write(
                  prompt,
                  pieces.stream().map(Programme.Piece::exhibit).toList(),
                  Duration.ofNanos(System.nanoTime() - start),
                  Programme.NOTE);
      // With --json stdout is for results alone.
      (output.json() ? line.getErr() : line.getOut()).println(sheet);
      line.getOut().flush();
      line.getErr().flush();
      return exit;
    }
  }

  private static List<? extends CompletableFuture<? extends Made<?>>> futures(
      List<Programme.Piece> pieces) {
    return pieces.stream().map(Programme.Piece::made).toList();
  }
}
