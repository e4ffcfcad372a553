// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaResult;
import dev.mediagen.transcript.TranscriptResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;

/** Tells what was made: results on stdout, what people want to know besides on stderr. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CommandLine line;
  private final boolean json;

  Report(CommandLine line, boolean json) {
    this.line = line;
    this.json = json;
  }

  void tell(Made<?> made) {
    tell(made.name(), made.result(), made.files());
  }

  void tell(String name, MediaResult result, List<Path> files) {
    PrintWriter out = line.getOut();
    PrintWriter err = line.getErr();
    if (json) {
      out.println(json(name, result, files));
    } else {
      result.warnings().forEach(warning -> err.println(name + ": warning: " + warning));
      err.println(
          "%s: made by %s in %s, cost %s"
              .formatted(
                  name, result.model(), Words.time(result.elapsed()), Words.cost(result.cost())));
      err.flush();
      if (result instanceof TranscriptResult transcript) {
        out.println(transcript.text());
      } else {
        files.forEach(out::println);
      }
    }
    out.flush();
  }

  /** Tells of all in their order, and gives the exit code of the first that failed. */
  int tellAll(List<? extends CompletableFuture<? extends Made<?>>> all) {
    int exit = ExitCode.DONE.code();
    for (CompletableFuture<? extends Made<?>> one : all) {
      try {
        tell(one.join());
      } catch (CompletionException e) {
        int code = Failures.report(e, line);
        exit = exit == ExitCode.DONE.code() ? code : exit;
      }
    }
    return exit;
  }

  /** The result in the library's own JSON form, with the name and the files added. */
  private static String json(String name, MediaResult result, List<Path> files) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(result.toJson());
      json.put("name", name);
      files.forEach(file -> json.withArray("files").add(file.toString()));
      return json.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
