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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the vendor says of a job on the way, kept until its end. Not thread-safe. */
final class Gathered {
  private static final Logger LOG = LoggerFactory.getLogger(Gathered.class);

  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private Optional<Cost> cost = Optional.empty();

  /** Adds what an update says; each warning is told once. */
  void add(JobHandle handle, JobUpdate update) {
    for (String warning : update.warnings()) {
      if (warnings.add(warning)) {
        LOG.warn("{} {}: {}", handle.model(), handle.jobId(), warning);
      }
    }
    metadata.putAll(update.metadata());
    cost = update.cost().or(() -> cost);
  }

  /** The last that the vendor told of the cost. */
  Optional<Cost> cost() {
    return cost;
  }

  /** All of it, with the last update. */
  Settled settled(JobHandle handle, JobUpdate last) {
    return new Settled(handle, last, List.copyOf(warnings), cost, Map.copyOf(metadata));
  }
}
