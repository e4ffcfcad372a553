// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.ModelId;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.Quote;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.json.RequestView;
import java.time.Duration;
import java.util.List;

/**
 * A request that was held against one model and may be sent.
 *
 * @param parts the request itself, or what it was split into because the model makes fewer at once
 * @param warnings what will not go as asked
 * @param patience how long to wait for the outputs
 */
record Plan(
    Provider provider,
    ModelSpec model,
    RequestView request,
    List<RequestView> parts,
    List<String> warnings,
    Quote quote,
    Duration patience) {

  ModelId id() {
    return model.id();
  }
}
