// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reads a request of one kind from the command line, and hands it to what is to be done with it.
 * Its options are not written down here: they are the parameters that the kind's request has.
 */
@Command
final class KindCommand implements Callable<Integer> {
  /** What is done with a request. */
  interface Action {
    int run(CommandLine line, MediaRequest<?> request, OutputOptions output) throws Exception;
  }

  private final MediaKind kind;
  private final Action action;
  private final CommandSpec spec;

  @Mixin private RequestOptions common = new RequestOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  private KindCommand(MediaKind kind, Action action) {
    this.kind = kind;
    this.action = action;
    this.spec = CommandSpec.forAnnotatedObject(this);
  }

  /** One subcommand for each kind of media. */
  static void addAll(CommandLine parent, Action action) {
    for (MediaKind kind : MediaKind.values()) {
      parent.addSubcommand(kind.word(), new KindCommand(kind, action).commandLine(parent));
    }
  }

  private CommandLine commandLine(CommandLine parent) {
    Parameter main = Parameters.main(kind);
    spec.addPositional(main.positionalSpec());
    spec.addOption(
        OptionSpec.builder("--model")
            .type(String.class)
            .paramLabel("<model>")
            .defaultValue(Kinds.defaultModel(kind))
            .description(
                "The model, as provider/model (default: ${DEFAULT-VALUE}, which needs no key). See"
                    + " 'mediagen models --kind "
                    + kind.word()
                    + "'.")
            .build());
    Parameters.of(kind).stream()
        .filter(parameter -> !parameter.equals(main))
        .forEach(parameter -> spec.addOption(parameter.optionSpec()));
    spec.usageMessage()
        .description(Kinds.headline(kind))
        .footer(
            "",
            "Example:",
            "  mediagen "
                + parent.getCommandName()
                + " "
                + kind.word()
                + " "
                + Kinds.example(kind));
    return new CommandLine(spec);
  }

  @Override
  public Integer call() throws Exception {
    return action.run(spec.commandLine(), MediaRequest.fromJson(json().toString()), output);
  }

  /**
   * What was given, in the JSON form of a request; the library reads it, and names what is wrong.
   */
  private ObjectNode json() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("kind", kind.word());
    request.put("model", spec.findOption("--model").<String>getValue());
    common.addTo(request);
    Parameter main = Parameters.main(kind);
    for (Parameter parameter : Parameters.of(kind)) {
      ArgSpec argument =
          parameter.equals(main)
              ? spec.positionalParameters().get(0)
              : spec.findOption(parameter.option());
      Object given = argument.getValue();
      if (given != null) {
        request.set(parameter.name(), parameter.json(given));
      }
    }
    return request;
  }
}
