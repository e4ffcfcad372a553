// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import java.nio.file.Path;
import java.util.List;

/**
 * A result whose outputs have been written.
 *
 * @param name what it is called here, for example {@code image-2}
 * @param request what was asked for
 * @param result what came out
 * @param files where its outputs are, in their order
 */
record Made<R extends MediaResult>(
    String name, MediaRequest<R> request, R result, List<Path> files) {}
