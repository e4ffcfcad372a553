// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has something made. */
@Command(
    name = "generate",
    description = {
      "Make something, of one kind of media.",
      "This is what costs money, unless the model is one of your own, like the local/sketch models"
          + " that are the defaults."
    },
    synopsisSubcommandLabel = "KIND",
    commandListHeading = "%nKinds (each has its own --help):%n",
    footer = {
      "",
      "Examples:",
      "  mediagen generate image \"a lighthouse by the sea\" --count 2 --out pictures",
      "  mediagen generate speech \"Good evening.\" --out hello.wav",
      "  mediagen generate video \"waves\" --model fal/... --fallback local/sketch-video",
      "",
      "Outcomes can be rehearsed with the local models:",
      "  mediagen generate image \"a fox\" --option fail=content_filtered",
      "  mediagen generate image \"a fox\" --option slow=20 --timeout 2"
    })
final class GenerateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  private final Supplier<MediaClient> clients;
  private final Terminal terminal;

  private GenerateCommand(Supplier<MediaClient> clients, Terminal terminal) {
    this.clients = clients;
    this.terminal = terminal;
  }

  static CommandLine commandLine(Supplier<MediaClient> clients, Terminal terminal) {
    GenerateCommand command = new GenerateCommand(clients, terminal);
    CommandLine line = new CommandLine(command);
    KindCommand.addAll(line, command::generate);
    return line;
  }

  private int generate(CommandLine line, MediaRequest<?> request, OutputOptions output) {
    OutputFiles files = OutputFiles.at(line, output.out());
    try (MediaClient client = clients.get()) {
      Made<?> made;
      try (Studio studio = new Studio(client, files, line, terminal)) {
        made = studio.make(request.kind().word(), request).join();
      }
      new Report(line, output.json()).tell(made);
    }
    return ExitCode.DONE.code();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to make: " + String.join(", ", spec.subcommands().keySet()));
  }
}
