// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifeTest {
  private static final ObjectNode SMALL =
      Worker.prompt("a hill", 1).put("width", 64).put("height", 64);

  /** A clock that moves when told to. */
  private static final class HandClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

    synchronized void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("mediagen-sketch") || t.getName().startsWith("HTTP-D"))
        .collect(Collectors.toSet());
  }

  @Test
  void threadsAreDaemonsAndEndWithTheWorker() throws Exception {
    Set<Thread> before = threads();
    Set<Thread> own;
    try (SketchWorker sketch = SketchWorker.start()) {
      Worker worker = new Worker(sketch.baseUrl());
      worker.begin(worker.submit("sketch-image", SMALL.deepCopy().put("slow", 50)));
      own = threads();
      own.removeAll(before);
    }
    assertThat(own).hasSizeGreaterThan(2).allMatch(Thread::isDaemon);
    for (Thread thread : own) {
      thread.join(5_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void closedWorkerAnswersNoMore() {
    SketchWorker sketch = SketchWorker.start();
    sketch.close();
    sketch.close();
    assertThatThrownBy(() -> new Worker(sketch.baseUrl()).get("/")).isInstanceOf(IOException.class);
  }

  @Test
  void endedJobExpiresAfterAnHour() throws Exception {
    HandClock clock = new HandClock();
    try (SketchWorker sketch = SketchWorker.start(clock)) {
      Worker worker = new Worker(sketch.baseUrl());
      String id = worker.submit("sketch-image", SMALL);
      JsonNode job = worker.end(id);
      assertThat(job.get("expires_at").asText()).isEqualTo("2026-11-20T11:00:00Z");
      String file = job.get("output").get(0).get("url").asText();
      clock.forward(Duration.ofMinutes(59));
      assertThat(worker.get("/predictions/" + id).statusCode()).isEqualTo(200);
      assertThat(worker.get(file).statusCode()).isEqualTo(200);
      clock.forward(Duration.ofMinutes(2));
      assertThat(worker.get("/predictions/" + id).statusCode()).isEqualTo(410);
      assertThat(Worker.json(worker.get("/predictions/" + id)).get("error_code").asText())
          .isEqualTo("expired");
      assertThat(worker.get(file).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void workersDoNotShareJobs() throws Exception {
    try (SketchWorker one = SketchWorker.start();
        SketchWorker other = SketchWorker.start()) {
      String id = new Worker(one.baseUrl()).submit("sketch-image", SMALL);
      assertThat(new Worker(other.baseUrl()).get("/predictions/" + id).statusCode()).isEqualTo(404);
    }
  }
}
