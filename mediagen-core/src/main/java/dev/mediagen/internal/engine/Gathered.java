// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.JobUpdate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the vendor says of a job on the way, kept until its end. Not thread-safe. */
final class Gathered {
  private static final Logger LOG = LoggerFactory.getLogger(Gathered.class);

  // Most jobs have neither on their way, and thousands may wait.
  private @Nullable Set<String> warnings;
  private @Nullable Map<String, Object> metadata;
  private Optional<Cost> cost = Optional.empty();

  /** Adds what an update says; each warning is told once. */
  void add(JobHandle handle, JobUpdate update) {
    for (String warning : update.warnings()) {
      warnings = warnings == null ? new LinkedHashSet<>() : warnings;
      if (warnings.add(warning)) {
        LOG.warn("{} {}: {}", handle.model(), handle.jobId(), warning);
      }
    }
    if (!update.metadata().isEmpty()) {
      metadata = metadata == null ? new LinkedHashMap<>() : metadata;
      metadata.putAll(update.metadata());
    }
    cost = update.cost().or(() -> cost);
  }

  /** The last that the vendor told of the cost. */
  Optional<Cost> cost() {
    return cost;
  }

  /** All of it, with the last update. */
  Settled settled(JobHandle handle, JobUpdate last) {
    return new Settled(
        handle,
        last,
        warnings == null ? List.of() : List.copyOf(warnings),
        cost,
        metadata == null ? Map.of() : Map.copyOf(metadata));
  }
}
