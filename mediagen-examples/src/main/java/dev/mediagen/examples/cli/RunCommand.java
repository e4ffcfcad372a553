// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has requests made that were written down as JSON. */
@Command(
    name = "run",
    description = {
      "Make what a JSON file asks for.",
      "The file holds a request in its JSON form, or an array of them, which are worked on at the"
          + " same time. All are checked before the first is sent."
    },
    footer = {
      "",
      "The exit code is that of the first request that failed.",
      "",
      "Example:",
      "  echo '{\"kind\":\"image\",\"model\":\"local/sketch-image\",\"prompt\":\"a red fox\"}' \\",
      "    | mediagen run - --json"
    })
final class RunCommand implements Callable<Integer> {
  private final Supplier<MediaClient> clients;
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "<request.json>", description = "The file, or - for standard input.")
  private String file = "-";

  RunCommand(Supplier<MediaClient> clients, Terminal terminal) {
    this.clients = clients;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    List<MediaRequest<?>> requests = RequestFile.requests(line, file);
    OutputFiles files = OutputFiles.at(line, output.out());
    try (MediaClient client = clients.get()) {
      // A mistake in the third request should be found before the first is paid for.
      requests.forEach(client::explain);
      List<CompletableFuture<? extends Made<?>>> all = new ArrayList<>();
      try (Studio studio = new Studio(client, files, line, terminal)) {
        for (MediaRequest<?> request : requests) {
          String number = requests.size() == 1 ? "" : "-" + (all.size() + 1);
          all.add(studio.make(request.kind().word() + number, request));
        }
        Studio.await(all);
      }
      return new Report(line, output.json()).tellAll(all);
    }
  }
}
