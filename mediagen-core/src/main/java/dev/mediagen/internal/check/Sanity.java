// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.InvalidRequestException.Problem;
import dev.mediagen.internal.json.RequestView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What no model takes, whichever it is. */
final class Sanity {
  private static final Set<String> TEXTS = Set.of("prompt", "text", "lyrics");
  private static final Set<String> POSITIVE =
      Set.of("width", "height", "count", "steps", "fps", "duration", "scale", "speed", "faces");

  private Sanity() {}

  static List<Problem> problems(RequestView view) {
    List<Problem> found = new ArrayList<>();
    view.parameters()
        .forEach(
            (name, value) -> {
              if (TEXTS.contains(name) && value.asText().isBlank()) {
                found.add(problem(name, value, "is empty: say what you want"));
              } else if (value.isNumber() && !Values.isFinite(value)) {
                found.add(problem(name, value, "must be a number"));
              } else if (POSITIVE.contains(name)
                  && Values.number(value).orElse(BigDecimal.ONE).signum() <= 0) {
                found.add(problem(name, value, "must be more than 0"));
              } else if (name.equals("aspectRatio")
                  && Values.proportion(value.asText()).isEmpty()
                  && !value.asText().equals("auto")) {
                found.add(problem(name, value, "must be a ratio such as 16:9"));
              }
            });
    return found;
  }

  private static Problem problem(String name, JsonNode value, String allowed) {
    return InvalidRequestException.problem(name, Values.text(value), allowed);
  }
}
