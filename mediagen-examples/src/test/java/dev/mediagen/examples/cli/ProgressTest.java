// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final ModelId MODEL = ModelId.of("toy/brush");
  private static final ImageRequest REQUEST =
      ImageRequest.builder().model(MODEL).prompt("a fox").build();

  private final StringWriter err = new StringWriter();

  @Test
  void elsewhereThanInATerminalEachChangeIsALine() {
    try (Progress progress = new Progress(new PrintWriter(err), Terminal.PLAIN)) {
      ProgressLine line = progress.line("image", MODEL);
      line.onSubmit(REQUEST);
      line.onAccepted(job("1"));
      line.onUpdate(job("1"), status(JobState.QUEUED).queuePosition(3).build());
      line.onUpdate(job("1"), status(JobState.RUNNING).progress(0.5).build());
      line.onUpdate(job("1"), status(JobState.RUNNING).progress(0.5).build());
      assertThat(progress.open()).hasSize(1);
      line.onFailure(
          REQUEST, new MediaException(ErrorDetails.of(ErrorKind.FAILED, "no paint").build()));
      assertThat(progress.open()).isEmpty();
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "image (toy/brush): sent",
            "image (toy/brush): accepted",
            "image (toy/brush): queued, 3 ahead",
            "image (toy/brush): running, 50 %",
            "image (toy/brush): failed: FAILED");
  }

  @Test
  void theProgressOfSplitRequestsIsTheirMean() {
    ProgressLine line = new ProgressLine("image", MODEL, changed -> {});
    line.onAccepted(job("1"));
    line.onAccepted(job("2"));
    line.onUpdate(job("1"), status(JobState.RUNNING).progress(1.0).build());
    assertThat(line.fraction()).contains(0.5);
  }

  @Test
  void aTerminalShowsBarsAndRespectsNoColor() {
    String colourful = drawn(Terminal.of(Map.of("TERM", "xterm"), true));
    assertThat(colourful).contains("image").contains("25 %").contains("\u001b[36m");

    String plain = drawn(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true));
    assertThat(plain).contains("25 %").doesNotContain("\u001b[36m");
  }

  @Test
  void nothingIsRedrawnWhereNobodyWatches() {
    assertThat(Terminal.of(Map.of("TERM", "xterm"), false).live()).isFalse();
    assertThat(Terminal.of(Map.of("TERM", "dumb"), true).live()).isFalse();
    assertThat(Terminal.of(Map.of(), true).live()).isFalse();
  }

  private String drawn(Terminal terminal) {
    err.getBuffer().setLength(0);
    try (Progress progress = new Progress(new PrintWriter(err), terminal)) {
      ProgressLine line = progress.line("image", MODEL);
      line.onAccepted(job("1"));
      line.onUpdate(job("1"), status(JobState.RUNNING).progress(0.25).build());
    }
    return err.toString();
  }

  private static JobStatus.Builder status(JobState state) {
    return JobStatus.builder().state(state);
  }

  private static JobHandle job(String id) {
    return JobHandle.builder()
        .model(MODEL)
        .kind(MediaKind.IMAGE)
        .operation("paint")
        .jobId(id)
        .createdAt(Instant.EPOCH)
        .deadline(Instant.EPOCH)
        .contract(1)
        .build();
  }
}
