// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import dev.mediagen.internal.ImmutableStyle;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What something cost, with its source. Unknown is never zero. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Cost {
  /** Where a cost comes from. */
  enum Source {
    /** The vendor said so. */
    VENDOR,
    /** Worked out from what the vendor counted and the price list. */
    COUNTED,
    /** Worked out from the request and the price list. */
    ESTIMATED,
    /** Nobody knows. */
    UNKNOWN
  }

  /** US dollars, when they are known. */
  Optional<BigDecimal> usd();

  /** What the vendor counted, by its own names: credits, tokens, seconds. */
  Map<String, BigDecimal> units();

  /** Where the dollars come from. */
  Source source();

  /** How they were worked out, or why they are not known. */
  String basis();

  /** A cost of which nothing is known. */
  static Cost unknown(String why) {
    return builder().source(Source.UNKNOWN).basis(why).build();
  }

  /** A cost the vendor told in dollars. */
  static Cost vendor(BigDecimal usd, String basis) {
    return builder().source(Source.VENDOR).usd(usd).basis(basis).build();
  }

  /** What the vendor counted, to be priced by the catalogue. */
  static Cost counted(String unit, BigDecimal amount) {
    return builder()
        .source(Source.UNKNOWN)
        .unit(unit, amount)
        .basis("counted by the vendor, without a price")
        .build();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link Cost}. Not thread-safe. */
  class Builder extends ImmutableCost.Builder {
    Builder() {}
  }
}
