// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ttapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Midjourney's prompt: pictures first, then words, then flags. The catalogue names parameters by
 * their flags, with the hyphens; everything of that kind moves from the fields into the prompt.
 */
final class Prompt {
  /** Two hyphens begin a flag, and so do the dashes that word processors make of them. */
  private static final Pattern DASHES = Pattern.compile("-{2,}|[\u2012-\u2015]");

  private static final Pattern NOT_IN_A_VALUE = Pattern.compile("\\s+-|\\s{2,}");

  /** Where a version has no flag for it, a reference is a picture before the words. */
  private static final String IN_FRONT = "";

  private Prompt() {}

  static String of(Task task, ObjectNode fields) {
    Map<String, List<String>> references = references(task);
    StringJoiner prompt = new StringJoiner(" ");
    task.inputs("source").forEach(input -> prompt.add(input.text()));
    references.getOrDefault(IN_FRONT, List.of()).forEach(prompt::add);
    task.parameter("prompt").map(Prompt::harmless).ifPresent(prompt::add);
    flags(fields).forEach(prompt::add);
    references.forEach(
        (flag, urls) -> {
          if (!flag.equals(IN_FRONT)) {
            prompt.add(flag + " " + String.join(" ", urls));
          }
        });
    return prompt.add(task.model().facts().getOrDefault("version", "")).toString().strip();
  }

  /** A text that is a text, whatever somebody wrote into it. */
  static String harmless(String text) {
    return DASHES.matcher(text).replaceAll("-");
  }

  private static List<String> flags(ObjectNode fields) {
    List<String> flags = new ArrayList<>();
    Iterator<Map.Entry<String, JsonNode>> all = fields.fields();
    while (all.hasNext()) {
      Map.Entry<String, JsonNode> field = all.next();
      if (field.getKey().startsWith("--")) {
        all.remove();
        JsonNode value = field.getValue();
        if (value.isBoolean() && !value.asBoolean()) {
          continue;
        }
        flags.add(value.isBoolean() ? field.getKey() : field.getKey() + " " + value(value));
      }
    }
    return flags;
  }

  /** A list stands one behind the other; no value can begin a flag of its own. */
  private static String value(JsonNode value) {
    if (value.isArray()) {
      StringJoiner list = new StringJoiner(" ");
      value.forEach(one -> list.add(value(one)));
      return list.toString();
    }
    return NOT_IN_A_VALUE.matcher(harmless(value.asText())).replaceAll(" ").strip();
  }

  /** The addresses by the flag that this version has for the role of a reference. */
  private static Map<String, List<String>> references(Task task) {
    Map<String, List<String>> references = new LinkedHashMap<>();
    for (Input input : task.inputs("references")) {
      String role = input.purpose().name().toLowerCase(Locale.ROOT);
      references
          .computeIfAbsent(
              task.model().facts().getOrDefault(role, IN_FRONT), flag -> new ArrayList<>())
          .add(input.text());
    }
    return references;
  }
}
