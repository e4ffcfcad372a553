// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import java.io.IOException;

/** Takes back what was given out, so that a download can begin anew. */
@FunctionalInterface
interface Rewind {
  /** Whether everything was taken back; false when that cannot be done. */
  boolean toStart() throws IOException;
}
