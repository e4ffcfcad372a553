// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaResult;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Comes back to a job that was left. */
@Command(
    name = "resume",
    description = {
      "Come back to a job that was accepted earlier.",
      "Waits for it and writes its outputs. Costs nothing: the job is not submitted again."
    },
    footer = {
      "",
      "A timeout and Ctrl-C print the line to type. Jobs of the built-in local models end with the",
      "program, and cannot be resumed."
    })
final class ResumeCommand implements Callable<Integer> {
  private final Supplier<MediaClient> clients;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "<handle>",
      description = "The handle of the job as JSON, or a file with it, or - for standard input.")
  private String handle = "-";

  ResumeCommand(Supplier<MediaClient> clients) {
    this.clients = clients;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = spec.commandLine();
    String json = handle.startsWith("{") ? handle : RequestFile.text(line, handle);
    JobHandle job = JobHandle.fromJson(json);
    OutputFiles files = OutputFiles.at(line, output.out());
    try (MediaClient client = clients.get()) {
      line.getErr().println("waiting for job " + job.jobId() + " of " + job.model());
      line.getErr().flush();
      MediaResult result = client.resume(job).result().join();
      String name = job.kind().word();
      new Report(line, output.json()).tell(name, result, files.write(name, result));
    }
    return ExitCode.DONE.code();
  }
}
