// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.catalog.Price;
import dev.mediagen.catalog.Rule;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that the catalogue knows of one model. */
final class ModelCard {
  private ModelCard() {}

  static void print(ModelSpec model, PrintWriter out) {
    Table head = new Table("").row("model", model.id().toString());
    model.title().ifPresent(title -> head.row("title", title));
    head.row("kind", model.kind().word());
    line(head, "also called", String.join(", ", model.aliases()));
    line(head, "gives", String.join(", ", model.outputs()));
    model.typicalTime().ifPresent(time -> head.row("usually takes", Words.time(time)));
    model.maximumTime().ifPresent(time -> head.row("at most", Words.time(time)));
    line(head, "end of life", Words.endOfLife(model, LocalDate.now(ZoneOffset.UTC)));
    model.note().ifPresent(note -> head.row("note", note));
    line(head, "always sent", pairs(model.constants()));
    head.row(
        "facts from",
        model.source().orElse("an unnamed source")
            + model.checked().map(day -> ", read " + day).orElse(""));
    head.print(out);

    parameters("Parameters", model.parameters(), out);
    inputs(model.inputs(), out);
    parameters("Vendor options (--option name=value)", model.options(), out);
    rules(model.rules(), out);
    prices(model.prices(), out);
  }

  private static void line(Table table, String name, String value) {
    if (!value.isEmpty()) {
      table.row(name, value);
    }
  }

  private static void parameters(
      String title, Map<String, ParameterSpec> parameters, PrintWriter out) {
    if (!parameters.isEmpty()) {
      out.println("\n" + title);
      Table table = new Table("  ");
      new TreeMap<>(parameters)
          .forEach(
              (name, spec) -> table.row(name, spec.required() ? "required" : "", limits(spec)));
      table.print(out);
    }
  }

  private static String limits(ParameterSpec spec) {
    List<String> facts = new ArrayList<>();
    if (!spec.choices().isEmpty() || !spec.words().isEmpty()) {
      facts.add(
          "one of "
              + String.join(
                  ", ", spec.choices().isEmpty() ? spec.words().keySet() : spec.choices()));
    }
    if (spec.min().isPresent() || spec.max().isPresent()) {
      facts.add(
          spec.min().map(min -> "from " + min.toPlainString()).orElse("")
              + spec.max().map(max -> " up to " + max.toPlainString()).orElse(""));
    }
    spec.multipleOf().ifPresent(step -> facts.add("multiples of " + step.toPlainString()));
    spec.maxLength().ifPresent(length -> facts.add("up to " + length + " characters"));
    spec.perCall().ifPresent(count -> facts.add(count + " a call, more are split into jobs"));
    spec.defaultValue().ifPresent(value -> facts.add("default " + value));
    spec.note().ifPresent(facts::add);
    return facts.stream().map(String::strip).collect(Collectors.joining("; "));
  }

  private static void inputs(Map<String, InputSpec> inputs, PrintWriter out) {
    if (!inputs.isEmpty()) {
      out.println("\nInputs");
      Table table = new Table("  ");
      new TreeMap<>(inputs)
          .forEach(
              (role, spec) -> table.row(role, spec.required() ? "required" : "", limits(spec)));
      table.print(out);
    }
  }

  private static String limits(InputSpec spec) {
    List<String> facts = new ArrayList<>();
    if (spec.max() > 1) {
      facts.add("up to " + spec.max());
    }
    if (!spec.mediaTypes().isEmpty()) {
      facts.add(String.join(", ", spec.mediaTypes()));
    }
    spec.maxBytes().ifPresent(bytes -> facts.add("up to " + Words.bytes(bytes)));
    facts.add(
        "sent as "
            + spec.deliver().stream()
                .map(way -> way.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" or ")));
    spec.note().ifPresent(facts::add);
    return String.join("; ", facts);
  }

  private static void rules(List<Rule> rules, PrintWriter out) {
    if (!rules.isEmpty()) {
      out.println("\nRules");
      rules.forEach(rule -> out.println("  " + sentence(rule)));
    }
  }

  private static String sentence(Rule rule) {
    String when =
        rule.when().entrySet().stream()
            .map(
                entry ->
                    entry.getValue().equals(List.of("*"))
                        ? entry.getKey() + " is given"
                        : entry.getKey() + " is " + String.join(" or ", entry.getValue()))
            .collect(Collectors.joining(" and "));
    List<String> then = new ArrayList<>();
    rule.then().forEach((name, spec) -> then.add(name + " is " + limits(spec)));
    if (!rule.forbid().isEmpty()) {
      then.add("leave out " + String.join(", ", rule.forbid()));
    }
    if (!rule.require().isEmpty()) {
      then.add("give " + String.join(", ", rule.require()));
    }
    return (when.isEmpty() ? "" : "when " + when + ": ")
        + String.join("; ", then)
        + rule.because().map(why -> " (" + why + ")").orElse("");
  }

  private static void prices(List<Price> prices, PrintWriter out) {
    out.println("\nPrices" + (prices.isEmpty() ? ": unknown" : ""));
    Table table = new Table("  ");
    prices.forEach(price -> table.row(Words.price(price), "as of " + price.asOf(), price.source()));
    table.print(out);
  }

  private static String pairs(Map<String, Object> map) {
    return map.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
