// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.ModelSpec;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the catalogue. */
@Command(
    name = "models",
    description = {
      "List the models, or tell all that is known of one.",
      "Models that are not in the catalogue work too: what they are sent is then unchecked."
    },
    footer = {
      "",
      "Examples:",
      "  mediagen models --kind video --provider fal",
      "  mediagen models fal/fal-ai/flux/schnell"
    })
final class ModelsCommand implements Callable<Integer> {
  private static final int PRICES_IN_LIST = 2;

  private final Supplier<MediaClient> clients;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "<model>", description = "Tell all of this model.")
  private @Nullable String model;

  @Option(
      names = "--kind",
      paramLabel = "<kind>",
      description =
          "Only models of a kind: image, video, music, speech, sound, transcript,"
              + " segment, upscale or model3d.")
  private @Nullable MediaKind kind;

  @Option(names = "--provider", paramLabel = "<id>", description = "Only models of a provider.")
  private @Nullable String provider;

  @Option(names = "--all", description = "Also models that were shut down.")
  private boolean all;

  ModelsCommand(Supplier<MediaClient> clients) {
    this.clients = clients;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<ModelSpec> models;
    try (MediaClient client = clients.get()) {
      models = client.models();
    }
    if (model == null) {
      list(models, out);
    } else {
      ModelCard.print(find(models, model), out);
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private void list(List<ModelSpec> models, PrintWriter out) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Table table = new Table("").row("MODEL", "KIND", "PRICE", "END OF LIFE");
    models.stream()
        .filter(one -> all || !Words.gone(one, today))
        .filter(one -> kind == null || one.kind() == kind)
        .filter(one -> provider == null || one.id().provider().equals(provider))
        .forEach(
            one ->
                table.row(
                    one.id().toString(),
                    one.kind().word(),
                    prices(one),
                    Words.endOfLife(one, today)));
    table.print(out);
  }

  private static String prices(ModelSpec model) {
    if (model.prices().isEmpty()) {
      return "unknown";
    }
    int more = model.prices().size() - PRICES_IN_LIST;
    return model.prices().stream()
            .limit(PRICES_IN_LIST)
            .map(Words::price)
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; " + more + " more" : "");
  }

  private ModelSpec find(List<ModelSpec> models, String name) {
    return models.stream()
        .filter(one -> names(one).contains(name))
        .findFirst()
        .orElseThrow(() -> new ParameterException(spec.commandLine(), notListed(models, name)));
  }

  private static List<String> names(ModelSpec model) {
    List<String> names =
        model.aliases().stream()
            .map(alias -> model.id().provider() + "/" + alias)
            .collect(Collectors.toList());
    names.add(model.id().toString());
    return names;
  }

  private static String notListed(List<ModelSpec> models, String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    String near =
        models.stream()
            .map(one -> one.id().toString())
            .filter(id -> last.length() > 2 && id.contains(last))
            .limit(5)
            .collect(Collectors.joining(", "));
    return "no model "
        + name
        + " in the catalogue"
        + (near.isEmpty() ? "; 'mediagen models' lists what is there" : "; there is " + near);
  }
}
