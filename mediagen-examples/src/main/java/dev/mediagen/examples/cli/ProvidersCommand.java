// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaClient;
import dev.mediagen.ProviderStatus;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the providers. */
@Command(name = "providers", description = "List the providers, and what each still needs.")
final class ProvidersCommand implements Callable<Integer> {
  private final Supplier<MediaClient> clients;

  @Spec private CommandSpec spec = CommandSpec.create();

  ProvidersCommand(Supplier<MediaClient> clients) {
    this.clients = clients;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (MediaClient client = clients.get()) {
      Table table = new Table("").row("PROVIDER", "NAME", "STATE", "NOTE");
      for (ProviderStatus provider : client.providers()) {
        table.row(
            provider.id(),
            provider.name(),
            provider.configured()
                ? "configured"
                : "missing: " + String.join(", ", provider.missing()),
            provider.note().or(provider::homepage).orElse(""));
      }
      table.print(out);
    }
    out.flush();
    return ExitCode.DONE.code();
  }
}
