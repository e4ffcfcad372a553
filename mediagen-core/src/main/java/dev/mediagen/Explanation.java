// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.catalog.Quote;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a request would do, without doing it: the exact calls, secrets masked, and the price. */
@Value.Immutable
@ImmutableStyle
public interface Explanation {
  /** One HTTP call as it would be sent. */
  @Value.Immutable
  @ImmutableStyle
  interface Call {
    /** What it is for: {@code submit}, or the name of a preparation such as {@code upload}. */
    String purpose();

    /** The HTTP method. */
    String method();

    /** The full URL, secrets masked. */
    String url();

    /** The headers, secrets masked. */
    Map<String, String> headers();

    /** The body as text; bytes are described, not shown. */
    Optional<String> body();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Call}. Not thread-safe. */
    class Builder extends ImmutableCall.Builder {
      Builder() {}
    }
  }

  /** The model. */
  ModelId model();

  /** The calls until the vendor has the job, in order; the last one is the one that costs. */
  List<Call> calls();

  /** What it will cost. */
  Quote quote();

  /** What will not go as asked. */
  List<String> warnings();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Explanation}. Not thread-safe. */
  class Builder extends ImmutableExplanation.Builder {
    Builder() {}
  }
}
