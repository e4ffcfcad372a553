// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a reply says was counted, under the names that the price list has for it. */
final class Usage {
  private final Map<String, BigDecimal> units = new LinkedHashMap<>();
  private final HttpReply reply;

  private Usage(HttpReply reply) {
    this.reply = reply;
  }

  /** The tokens of pictures; what a model that draws SVG took is counted apart. */
  static Optional<Cost> ofImages(HttpReply reply) {
    return new Usage(reply)
        .count("text input tokens", "/usage/input_tokens_details/text_tokens")
        .count("image input tokens", "/usage/input_tokens_details/image_tokens")
        .countUnless("/usage/input_tokens_details", "input tokens", "/usage/input_tokens")
        .count("text output tokens", "/usage/output_tokens_details/text_tokens")
        .count("image output tokens", "/usage/output_tokens_details/image_tokens")
        .countUnless("/usage/output_tokens_details", "image output tokens", "/usage/output_tokens")
        .count("svg tokens", "/svg_usage/total_tokens")
        .cost();
  }

  /** Tokens, or the length of the recording. */
  static Optional<Cost> ofTranscript(HttpReply reply) {
    Usage usage =
        new Usage(reply)
            .count("text input tokens", "/usage/input_token_details/text_tokens")
            .count("audio input tokens", "/usage/input_token_details/audio_tokens")
            .countUnless("/usage/input_token_details", "input tokens", "/usage/input_tokens")
            .count("text output tokens", "/usage/output_tokens");
    if (usage.units.isEmpty()) {
      usage
          .number("/usage/seconds")
          .or(() -> usage.number("/duration"))
          .map(seconds -> seconds.divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP))
          .ifPresent(minutes -> usage.units.put("minute", minutes));
    }
    return usage.cost();
  }

  private Usage count(String unit, String pointer) {
    number(pointer).ifPresent(amount -> units.put(unit, amount));
    return this;
  }

  /** Counts a total where the reply does not say what it is made of. */
  private Usage countUnless(String details, String unit, String pointer) {
    return reply.json().at(details).isObject() ? this : count(unit, pointer);
  }

  /** Nothing that was paid for is lost to a number that is none. */
  private Optional<BigDecimal> number(String pointer) {
    return reply.at(pointer).flatMap(Fields::numberIn).filter(amount -> amount.signum() > 0);
  }

  private Optional<Cost> cost() {
    if (units.isEmpty()) {
      return Optional.empty();
    }
    Cost.Builder cost =
        Cost.builder().source(Cost.Source.UNKNOWN).basis("counted by the vendor, without a price");
    units.forEach(cost::unit);
    return Optional.of(cost.build());
  }
}
