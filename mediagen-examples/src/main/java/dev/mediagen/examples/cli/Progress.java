// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.JobHandle;
import dev.mediagen.ModelId;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows how requests are getting on: in a terminal one line each, drawn again and again; elsewhere
 * a plain line for each change. Thread-safe.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final Terminal terminal;
  private final List<ProgressLine> lines = new ArrayList<>();
  private final Map<ProgressLine, String> printed = new HashMap<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private int drawn;

  Progress(PrintWriter err, Terminal terminal) {
    this.err = err;
    this.terminal = terminal;
    if (terminal.live()) {
      ticks.scheduleAtFixedRate(this::draw, 100, 100, TimeUnit.MILLISECONDS);
    }
  }

  /** A line for one request; it is shown from the first time that it is told something. */
  ProgressLine line(String name, ModelId model) {
    return new ProgressLine(name, model, this::changed);
  }

  /** The jobs that vendors may still be working on. */
  synchronized List<JobHandle> open() {
    List<JobHandle> open = new ArrayList<>();
    lines.forEach(line -> line.open().forEach(open::add));
    return open;
  }

  private synchronized void changed(ProgressLine line) {
    if (!lines.contains(line)) {
      lines.add(line);
    }
    String now = line.state() + line.percent().map(percent -> ", " + percent).orElse("");
    if (!terminal.live() && !now.equals(printed.put(line, now))) {
      err.println(line.name() + " (" + line.model() + "): " + now);
      err.flush();
    }
  }

  private synchronized void draw() {
    if (drawn > 0) {
      // Up to the first line, and clear from there.
      err.print("\u001b[" + drawn + "F\u001b[J");
    }
    lines.forEach(line -> err.println(text(line)));
    drawn = lines.size();
    err.flush();
  }

  private String text(ProgressLine line) {
    String text =
        "%-12s %s %5s %8s  %-24s %s"
            .formatted(
                line.name(),
                bar(line),
                line.percent().orElse(""),
                Words.time(line.elapsed()),
                line.state(),
                line.model());
    // A line that wraps would spoil the next drawing.
    String whole = text.length() > 110 ? text.substring(0, 110) : text;
    return terminal.colour() ? colour(line.mood()) + whole + "\u001b[0m" : whole;
  }

  private String bar(ProgressLine line) {
    String full = terminal.blocks() ? "█" : "#";
    String empty = terminal.blocks() ? "░" : "-";
    if (line.fraction().isEmpty() && line.mood() == ProgressLine.Mood.GOING) {
      // Nobody says how much is done: something that moves says that it is being done.
      int at = (int) (line.elapsed().toMillis() / 100 % (WIDTH - 2));
      return empty.repeat(at) + full.repeat(3) + empty.repeat(WIDTH - 3 - Math.min(at, WIDTH - 3));
    }
    int done = (int) Math.round(line.fraction().orElse(0.0) * WIDTH);
    return full.repeat(done) + empty.repeat(WIDTH - done);
  }

  private static String colour(ProgressLine.Mood mood) {
    return switch (mood) {
      case GOING -> "\u001b[36m";
      case DONE -> "\u001b[32m";
      case FAILED -> "\u001b[31m";
    };
  }

  /** The last picture stays on the screen. */
  @Override
  public void close() {
    ticks.shutdownNow();
    if (terminal.live()) {
      draw();
    }
  }
}
