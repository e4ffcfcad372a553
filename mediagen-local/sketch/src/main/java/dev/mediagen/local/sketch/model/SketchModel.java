// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

import java.io.IOException;
import java.util.List;

/** A rule that makes files from an input. Implementations hold no state and serve all threads. */
public interface SketchModel {

  /** What is published of this model. */
  ModelCard card();

  /**
   * Reads and checks the whole input, without making anything.
   *
   * @throws InvalidInput if a field is missing or out of bounds
   */
  Work plan(Input input);

  /** A checked request, ready to be made. */
  @FunctionalInterface
  interface Work {
    /**
     * Makes the files. The same work gives the same bytes each time.
     *
     * @throws RunFailed if the input turns out to be of no use
     */
    List<Artifact> make(Progress progress) throws IOException;
  }
}
