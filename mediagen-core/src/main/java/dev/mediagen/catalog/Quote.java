// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import dev.mediagen.internal.ImmutableStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** What a request will cost, as far as it is known before. Unknown is never zero. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Quote {
  /** US dollars, when they can be worked out. */
  Optional<BigDecimal> usd();

  /** How it was worked out, or why it is not known. */
  String basis();

  /** Where the price was read. */
  Optional<String> source();

  /** When the price was read. */
  Optional<String> asOf();

  /** A quote that knows nothing, with the reason. */
  static Quote unknown(String why) {
    return builder().basis(why).build();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Quote}. Not thread-safe. */
  class Builder extends ImmutableQuote.Builder {
    Builder() {}
  }
}
