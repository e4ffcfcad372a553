// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's queue and how it speaks:
 *
 * <ul>
 *   <li>{@code POST /jobs} takes a job: {@code {"id":"j1","state":"queued"}}. A body may say how
 *       long it takes ({@code millis}) and that the first question about it is left without answer
 *       for a while ({@code stall_millis}). The header {@code Idempotency-Key} is noted, and not
 *       honoured: whoever submits twice pays twice.
 *   <li>{@code GET /jobs/j1}: {@code {"state":"done","url":"/files/j1"}}
 *   <li>{@code GET /files/j1}: the bytes
 *   <li>{@code GET /find?key=...}: {@code {"jobs":["j1"]}}
 *   <li>{@code GET /count}: {@code {"submissions":1,"keys":1,"most":1}}, the last being how often a
 *       key was submitted at most
 *   <li>{@code GET /stats}: a line of {@link JobFacts} for each submission, oldest first
 * </ul>
 */
final class VendorQueue implements HttpLoop.Handler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PICTURE = "not much of a picture".getBytes(UTF_8);

  /** Runs something later on the thread of the queue. */
  interface Later {
    void after(long millis, Runnable task);
  }

  private static final class Job {
    private final String id;
    private final String key;
    private final long accepted = Micros.now();
    private final long done;
    private final List<Integer> polls = new ArrayList<>();
    private long stall;
    private long told;

    Job(String id, String key, long millis, long stall) {
      this.id = id;
      this.key = key;
      this.done = accepted + millis * 1000;
      this.stall = stall;
    }
  }

  private final VendorSettings settings;
  private final Later later;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  VendorQueue(VendorSettings settings, Later later) {
    this.settings = settings;
    this.later = later;
  }

  @Override
  public void handle(HttpLoop.Request request, HttpLoop.Reply reply) {
    String target = request.target();
    if (request.method().equals("POST") && target.equals("/jobs")) {
      submit(request, reply);
    } else if (target.startsWith("/jobs/")) {
      poll(jobs.get(target.substring("/jobs/".length())), reply);
    } else if (target.startsWith("/files/")) {
      reply.send(200, "image/png", PICTURE);
    } else if (target.startsWith("/find?key=")) {
      find(target.substring("/find?key=".length()), reply);
    } else if (target.equals("/count")) {
      count(reply);
    } else if (target.equals("/stats")) {
      reply.send(200, "text/plain", stats().getBytes(UTF_8));
    } else {
      json(reply, 404, "{\"error\":\"there is no %s\"}".formatted(target));
    }
  }

  private void submit(HttpLoop.Request request, HttpLoop.Reply reply) {
    JsonNode body;
    try {
      body = JSON.readTree(request.body());
    } catch (JsonProcessingException e) {
      json(reply, 400, "{\"error\":\"JSON is expected\"}");
      return;
    }
    Job job =
        new Job(
            "j" + (jobs.size() + 1),
            request.key(),
            body.path("millis").asLong(settings.jobMillis()),
            body.path("stall_millis").asLong(0));
    jobs.put(job.id, job);
    answer(
        settings.replyMillis(),
        () -> json(reply, 200, "{\"id\":\"%s\",\"state\":\"queued\"}".formatted(job.id)));
  }

  private void poll(@Nullable Job job, HttpLoop.Reply reply) {
    if (job == null) {
      json(reply, 404, "{\"error\":\"there is no such job\"}");
      return;
    }
    job.polls.add((int) ((Micros.now() - job.accepted) / 1000));
    long stall = job.stall;
    job.stall = 0;
    answer(stall, () -> tell(job, reply));
  }

  private static void tell(Job job, HttpLoop.Reply reply) {
    long now = Micros.now();
    if (now >= job.done) {
      job.told = job.told == 0 ? now : job.told;
      json(reply, 200, "{\"state\":\"done\",\"url\":\"/files/%s\"}".formatted(job.id));
    } else {
      boolean waits = now - job.accepted < (job.done - job.accepted) / 10;
      json(reply, 200, "{\"state\":\"%s\"}".formatted(waits ? "queued" : "running"));
    }
  }

  private void find(String key, HttpLoop.Reply reply) {
    String ids =
        jobs.values().stream()
            .filter(job -> job.key.equals(key))
            .map(job -> '"' + job.id + '"')
            .collect(Collectors.joining(","));
    json(reply, 200, "{\"jobs\":[%s]}".formatted(ids));
  }

  private void count(HttpLoop.Reply reply) {
    Map<String, Long> byKey =
        jobs.values().stream()
            .filter(job -> !job.key.isEmpty())
            .collect(Collectors.groupingBy(job -> job.key, Collectors.counting()));
    json(
        reply,
        200,
        "{\"submissions\":%d,\"keys\":%d,\"most\":%d}"
            .formatted(
                jobs.size(),
                byKey.size(),
                byKey.values().stream().mapToLong(n -> n).max().orElse(0)));
  }

  private String stats() {
    return jobs.values().stream()
        .map(job -> new JobFacts(job.id, job.key, job.accepted, job.done, job.told, job.polls))
        .map(facts -> facts.line() + "\n")
        .collect(Collectors.joining());
  }

  private void answer(long millis, Runnable task) {
    if (millis == 0) {
      task.run();
    } else {
      later.after(millis, task);
    }
  }

  private static void json(HttpLoop.Reply reply, int status, String text) {
    reply.send(status, "application/json", text.getBytes(UTF_8));
  }
}
