// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where outputs go, and how results are told. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "<path>",
      defaultValue = "out",
      description =
          "Where the outputs go: a folder, or a file name with an extension (default:"
              + " ${DEFAULT-VALUE}). In a folder they are named after their kind: image.png, or"
              + " image-1.png and image-2.png. What is there under such a name is overwritten.")
  private Path out = Path.of("out");

  @Option(
      names = "--json",
      description = "Print results as JSON, one object a line, and nothing else on stdout.")
  private boolean json;

  Path out() {
    return out;
  }

  boolean json() {
    return json;
  }
}
