// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Tells the course of a job as server-sent events. Each carries the whole prediction object, so a
 * reader that comes back late has missed nothing but moments in between.
 */
final class EventStream {
  private final JobView view;

  EventStream(JobView view) {
    this.view = view;
  }

  void tell(Call call, Job job) throws IOException, InterruptedException {
    long known = lastSeen(call);
    call.answerHeader("Content-Type", "text/event-stream");
    call.answerHeader("Cache-Control", "no-store");
    try (OutputStream out = call.stream(200)) {
      while (true) {
        // In this order: the version of an ended job is its last.
        boolean ended = job.state().ended();
        long version = job.version();
        if (version > known) {
          write(
              out, "id: " + version + "\nevent: " + name(job) + "\ndata: " + view.of(job) + "\n\n");
          known = version;
        }
        if (ended) {
          return;
        }
        if (!job.awaitChange(known, Limits.EVENT_STREAM_BEAT)) {
          write(out, ": waiting\n\n");
        }
      }
    }
  }

  private static String name(Job job) {
    JobState state = job.state();
    return state.ended() ? "completed" : state.step() > 0 ? "progress" : "start";
  }

  private static long lastSeen(Call call) {
    try {
      return Long.parseLong(call.header("Last-Event-ID").orElse("-1"));
    } catch (NumberFormatException e) {
      throw Refusal.invalid(
          "value_error",
          "Last-Event-ID was '" + call.header("Last-Event-ID").orElse("") + "'; allowed: a number",
          List.of("header", "Last-Event-ID"));
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
