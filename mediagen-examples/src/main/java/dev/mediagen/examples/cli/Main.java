// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaClient;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line program: {@code mediagen --help} tells what it does. */
@Command(
    name = "mediagen",
    description = "Generative media from one command: many vendors, and workers of your own.",
    footer = {
      "",
      "Examples that need no key:",
      "  mediagen demo \"a lighthouse by the sea at night\"",
      "  mediagen generate image \"a red fox in the snow\" --aspect-ratio 16:9",
      "  mediagen explain image \"a red fox\" --model fal/fal-ai/flux/schnell",
      "  mediagen models --kind video",
      "",
      "Keys come from the environment; 'mediagen providers' tells which variables."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the library's log, and where errors come from.")
  private boolean debug;

  private Main() {}

  /** Runs the program and leaves with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(MediaClient::create, Terminal.detect()).execute(arguments));
  }

  /** The program, for a client of any making. */
  static CommandLine commandLine(Supplier<MediaClient> client, Terminal terminal) {
    Main main = new Main();
    CommandLine line =
        new CommandLine(main)
            .addSubcommand(GenerateCommand.commandLine(client, terminal))
            .addSubcommand(new DemoCommand(client, terminal))
            .addSubcommand(ExplainCommand.commandLine(client))
            .addSubcommand(new RunCommand(client, terminal))
            .addSubcommand(new ResumeCommand(client))
            .addSubcommand(new ModelsCommand(client))
            .addSubcommand(new ProvidersCommand(client));
    dress(line);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(main::execute)
        .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
        .setExecutionExceptionHandler(
            (failure, failed, parsed) -> Failures.report(failure, failed));
  }

  /** Whether {@code --debug} was given, to whichever command. */
  static boolean debug(CommandLine line) {
    return ((Main) line.getCommandSpec().root().userObject()).debug;
  }

  /** Every command has its help, with the exit codes. */
  private static void dress(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
    spec.usageMessage()
        .abbreviateSynopsis(true)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.help());
    line.getSubcommands().values().forEach(Main::dress);
  }

  private int execute(ParseResult parsed) {
    if (debug) {
      // Read by slf4j-simple when the first logger is made, which is later.
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    }
    return new RunLast().execute(parsed);
  }

  private static int refuse(ParameterException wrong) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println("error: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
    line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
    line.getErr().flush();
    return ExitCode.INVALID.code();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
