// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.JobUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job that succeeded.
 *
 * @param update the last news, with the outputs
 * @param warnings all warnings on the way
 * @param cost the last that the vendor told of the cost
 * @param metadata all metadata on the way
 */
record Settled(
    JobHandle handle,
    JobUpdate update,
    List<String> warnings,
    Optional<Cost> cost,
    Map<String, Object> metadata) {}
