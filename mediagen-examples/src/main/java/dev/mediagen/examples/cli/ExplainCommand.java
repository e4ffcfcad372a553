// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.Explanation;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a request would do. */
@Command(
    name = "explain",
    description = {
      "Show what a request would do, and what it would cost.",
      "These are the exact HTTP calls, secrets masked. Sends nothing, spends nothing, and needs no"
          + " key."
    },
    commandListHeading = "%nKinds (the arguments are those of 'generate'):%n",
    footer = {
      "",
      "Examples:",
      "  mediagen explain image \"a red fox\" --model fal/fal-ai/flux/schnell --count 2",
      "  mediagen explain request.json"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<MediaClient> clients;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "<request.json>",
      description = "A file with a request, or an array of them, in JSON form; - for stdin.")
  private @Nullable String file;

  @Option(names = "--json", description = "Print JSON, one object a line.")
  private boolean json;

  private ExplainCommand(Supplier<MediaClient> clients) {
    this.clients = clients;
  }

  static CommandLine commandLine(Supplier<MediaClient> clients) {
    ExplainCommand command = new ExplainCommand(clients);
    CommandLine line = new CommandLine(command);
    KindCommand.addAll(
        line, (kind, request, output) -> command.explain(kind, List.of(request), output.json()));
    return line;
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    if (file == null) {
      throw new ParameterException(
          line, "give a file, or a kind: " + String.join(", ", spec.subcommands().keySet()));
    }
    return explain(line, RequestFile.requests(line, file), json);
  }

  private int explain(CommandLine line, List<MediaRequest<?>> requests, boolean asJson) {
    PrintWriter out = line.getOut();
    try (MediaClient client = clients.get()) {
      for (MediaRequest<?> request : requests) {
        Explanation explanation = client.explain(request);
        if (asJson) {
          out.println(ExplanationJson.write(explanation));
        } else {
          print(explanation, out);
        }
      }
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private static void print(Explanation explanation, PrintWriter out) {
    out.println("model:   " + explanation.model());
    out.println("price:   " + Words.quote(explanation.quote()));
    explanation.warnings().forEach(warning -> out.println("warning: " + warning));
    int number = 0;
    for (Explanation.Call call : explanation.calls()) {
      out.printf("%n%d. %s%n%n", ++number, call.purpose());
      out.println(call.method() + " " + call.url());
      call.headers().forEach((name, value) -> out.println(name + ": " + value));
      call.body().ifPresent(body -> out.println("\n" + pretty(body)));
    }
    out.println();
  }

  private static String pretty(String body) {
    try {
      return JSON.readTree(body).toPrettyString();
    } catch (JsonProcessingException e) {
      return body;
    }
  }
}
