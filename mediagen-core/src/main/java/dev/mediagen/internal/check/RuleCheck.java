// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.catalog.Rule;
import dev.mediagen.internal.check.RequestCheck.Finding;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.internal.json.ValueCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules between parameters, inputs and options. */
final class RuleCheck {
  private RuleCheck() {}

  static List<Finding> problems(Rule rule, RequestView view) {
    List<Finding> found = new ArrayList<>();
    if (!applies(rule, view)) {
      return found;
    }
    String why = rule.because().orElseGet(() -> "with " + condition(rule));
    rule.then()
        .forEach(
            (name, spec) -> {
              JsonNode value = value(name, view);
              if (value != null) {
                Bounds.check(value, spec)
                    .ifPresent(
                        v ->
                            found.add(
                                new Finding(
                                    name, value, v.allowed() + " (" + why + ")", v.nearest())));
              }
            });
    for (String name : rule.forbid()) {
      JsonNode value = value(name, view);
      if (value != null) {
        found.add(new Finding(name, value, "must be left out (" + why + ")", Optional.empty()));
      }
    }
    for (String name : rule.require()) {
      if (value(name, view) == null) {
        found.add(new Finding(name, null, "is missing (" + why + ")", Optional.empty()));
      }
    }
    if (!rule.requireOne().isEmpty()
        && rule.requireOne().stream().allMatch(name -> value(name, view) == null)) {
      found.add(
          new Finding(
              String.join(" or ", rule.requireOne()),
              null,
              "is missing (" + why + ")",
              Optional.empty()));
    }
    return found;
  }

  private static boolean applies(Rule rule, RequestView view) {
    for (Map.Entry<String, List<String>> condition : rule.when().entrySet()) {
      JsonNode value = value(condition.getKey(), view);
      if (value == null
          || condition.getValue().stream()
              .noneMatch(wanted -> wanted.equals("*") || Values.same(value, wanted))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable JsonNode value(String name, RequestView view) {
    if (view.parameter(name).isPresent()) {
      return view.parameter(name).get();
    }
    if (view.inputs().containsKey(name)) {
      return TextNode.valueOf(view.inputs().get(name).get(0).source().toString());
    }
    Object option = view.request().options().get(name);
    return option == null ? null : ValueCodec.encode(option);
  }

  private static String condition(Rule rule) {
    return rule.when().entrySet().stream()
        .map(
            e ->
                e.getValue().contains("*")
                    ? e.getKey()
                    : e.getKey() + " " + String.join(" or ", e.getValue()))
        .collect(Collectors.joining(" and "));
  }
}
