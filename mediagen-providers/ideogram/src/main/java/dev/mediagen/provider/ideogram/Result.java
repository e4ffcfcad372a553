// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was made: {@code data}, alike in replies that come at once and in those of jobs. */
final class Result {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})x([1-9][0-9]{0,5})");

  private Result() {}

  static JobUpdate of(HttpReply reply) {
    JobUpdate.Builder update =
        JobUpdate.succeeded(List.of())
            .cost(
                reply
                    .fields("")
                    .number("usage_cost_usd_micros")
                    .filter(micros -> micros.signum() >= 0)
                    .map(micros -> Cost.vendor(micros.movePointLeft(6), "usage_cost_usd_micros")));
    int made = 0;
    int unsafe = 0;
    for (JsonNode item : reply.json().path("data")) {
      Optional<Output> output = output(new Fields(item));
      if (item.path("is_image_safe").isBoolean() && !item.path("is_image_safe").asBoolean()) {
        unsafe++;
      } else if (output.isPresent()) {
        made++;
        update.output(output.get());
      }
    }
    if (made == 0 && unsafe > 0) {
      return JobUpdate.failed(Errors.unsafe());
    } else if (unsafe > 0) {
      update.warning(unsafe + " of " + (made + unsafe) + " pictures did not pass the safety check");
    }
    reply
        .header("Deprecation")
        .ifPresent(since -> update.warning("Ideogram calls this endpoint deprecated: " + since));
    // Magic prompt writes a prompt of its own.
    reply.at("/data/0/prompt").ifPresent(prompt -> update.metadata("prompt", prompt));
    return update.build();
  }

  private static Optional<Output> output(Fields item) {
    return item.text("url")
        .map(
            url -> {
              String type = item.text("object_type").orElse("");
              Output.Builder output =
                  Output.url(type.equals("video.generation") ? "video" : "image", url)
                      .mediaType(item.text("mime_type"))
                      .seed(item.whole("seed"))
                      .width(item.count("width"))
                      .height(item.count("height"))
                      .duration(item.seconds("duration"));
              Matcher size = SIZE.matcher(item.text("resolution").orElse(""));
              if (size.matches()) {
                output
                    .width(Integer.parseInt(size.group(1)))
                    .height(Integer.parseInt(size.group(2)));
              }
              return output.build();
            });
  }
}
