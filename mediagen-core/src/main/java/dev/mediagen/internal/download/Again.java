// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.spi.Output;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * How an output is found again at its vendor.
 *
 * @param outputs asks the vendor for all outputs of the job
 * @param position which of them it is, from 0
 */
public record Again(Supplier<CompletableFuture<List<Output>>> outputs, int position) {}
