// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import dev.mediagen.internal.ImmutableStyle;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One line of a price list, with where and when it was read. Immutable. It is a starting point for
 * estimates, not a bill.
 */
@Value.Immutable
@ImmutableStyle
public interface Price {
  /** What one pays for: image, megapixel, second, minute, 1k_chars, song, request, 1m_tokens... */
  String unit();

  /** US dollars for one unit, without tax. */
  BigDecimal usd();

  /** The parameter values it holds for; empty for all. */
  Map<String, String> when();

  /** What else it depends on, in words; for token prices the kind of token. */
  Optional<String> conditions();

  /** Where the figure was read. */
  String source();

  /** When, as a date or a month. */
  String asOf();

  /** A: the vendor's own page. B: a well-kept third party. C: a single report. */
  Optional<String> confidence();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Price}. Not thread-safe. */
  class Builder extends ImmutablePrice.Builder {
    Builder() {}
  }
}
