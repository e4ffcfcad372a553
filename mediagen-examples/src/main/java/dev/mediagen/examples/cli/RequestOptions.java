// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.OnUnsupported;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that requests of every kind have. */
final class RequestOptions {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Option(
      names = "--fallback",
      paramLabel = "<model>",
      description =
          "A model to ask next when the one before cannot serve and nothing was spent. Can be given"
              + " several times.")
  private List<String> fallbacks = List.of();

  @Option(
      names = "--option",
      paramLabel = "<name=value>",
      description =
          "A vendor extra under the vendor's own field name; the value is JSON, or else text. Can"
              + " be given several times.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--on-unsupported",
      paramLabel = "fail|warn|snap",
      description =
          "What happens to parameters the model cannot honour: refuse (the default), leave them"
              + " out, or take the nearest valid value.")
  private @Nullable OnUnsupported onUnsupported;

  @Option(
      names = "--timeout",
      paramLabel = "<seconds>",
      converter = Seconds.class,
      description = "How long to wait; by default what the catalogue says. The job is not lost.")
  private @Nullable Duration timeout;

  /** Puts what was given into the JSON form of a request. */
  void addTo(ObjectNode request) {
    if (!fallbacks.isEmpty()) {
      fallbacks.forEach(request.putArray("fallbacks")::add);
    }
    if (!options.isEmpty()) {
      ObjectNode extras = request.putObject("options");
      options.forEach((name, value) -> extras.set(name, jsonOrText(value)));
    }
    if (onUnsupported != null) {
      request.put("onUnsupported", onUnsupported.name().toLowerCase(Locale.ROOT));
    }
    if (timeout != null) {
      request.put("timeout", timeout.toString());
    }
  }

  static JsonNode jsonOrText(String value) {
    try {
      JsonNode json = JSON.readTree(value);
      return json.isMissingNode() ? TextNode.valueOf(value) : json;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(value);
    }
  }
}
