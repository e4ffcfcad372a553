// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaResult;
import dev.mediagen.transcript.TranscriptResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Names the files of outputs and writes them. */
final class OutputFiles {
  private final Path folder;
  private final String stem;
  private final String extension;

  private OutputFiles(Path folder, String stem, String extension) {
    this.folder = folder;
    this.stem = stem;
    this.extension = extension;
  }

  /** Outputs in a folder, or in a file where the path has an extension. */
  static OutputFiles at(CommandLine line, Path out) {
    String name = String.valueOf(out.getFileName());
    int dot = name.lastIndexOf('.');
    boolean file = dot > 0 && !Files.isDirectory(out);
    Path parent = out.toAbsolutePath().getParent();
    Path folder = file && parent != null ? parent : out;
    try {
      // Before anything is paid for.
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ParameterException(line, "cannot write to " + folder + ": " + Words.why(e), e);
    }
    if (!Files.isWritable(folder)) {
      throw new ParameterException(line, "cannot write to " + folder + ": access denied");
    }
    return file
        ? new OutputFiles(
            out.getParent() == null ? Path.of("") : out.getParent(),
            name.substring(0, dot),
            name.substring(dot + 1))
        : new OutputFiles(out, "", "");
  }

  Path folder() {
    return folder;
  }

  /** Writes all outputs of a result; a transcript without files becomes a text file. */
  List<Path> write(String name, MediaResult result) throws IOException {
    List<MediaAsset> assets = result.assets();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < assets.size(); i++) {
      MediaAsset asset = assets.get(i);
      String number = assets.size() == 1 ? "" : "-" + (i + 1);
      files.add(asset.writeTo(file(name, number, asset.extension())));
    }
    if (files.isEmpty() && result instanceof TranscriptResult transcript) {
      files.add(Files.writeString(file(name, "", "txt"), transcript.text() + "\n"));
    }
    return files;
  }

  private Path file(String name, String number, String usual) {
    return folder.resolve(
        (stem.isEmpty() ? name : stem) + number + "." + (extension.isEmpty() ? usual : extension));
  }
}
