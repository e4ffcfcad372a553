// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows jobs as the protocol's prediction object. */
final class JobView {
  private final Jobs jobs;
  private final Clock clock;

  JobView(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  ObjectNode of(Job job) {
    JobOrder order = job.order();
    JobState state = job.state();
    ObjectNode json = Json.object();
    json.put("id", order.id()).put("model", order.model()).put("status", state.status());
    json.set("input", order.input());
    json.set("output", state.output());
    json.put("error", state.error()).put("error_code", state.errorCode());
    json.put("logs", order.logs());
    metrics(json.putObject("metrics"), order, state);
    progress(json.putObject("progress"), state);
    json.put("queue_position", state.startedAt() == null ? jobs.position(job) : null);
    json.put("created_at", order.createdAt().toString());
    json.put("started_at", text(state.startedAt()));
    json.put("completed_at", text(state.completedAt()));
    json.put("expires_at", text(job.expiresAt()));
    String path = "/predictions/" + order.id();
    json.putObject("urls")
        .put("get", path)
        .put("cancel", path + "/cancel")
        .put("events", path + "/events");
    return json;
  }

  private static void metrics(ObjectNode json, JobOrder order, JobState state) {
    json.put("predict_time", seconds(state.startedAt(), state.completedAt()));
    json.put("queue_time", seconds(order.createdAt(), state.startedAt()));
  }

  private void progress(ObjectNode json, JobState state) {
    json.put("value", state.value()).put("step", state.step()).put("steps", state.steps());
    json.put("message", state.message());
    Double spent = seconds(state.startedAt(), clock.instant());
    boolean known = !state.ended() && spent != null && state.step() > 0;
    json.put(
        "eta_seconds", known && spent != null ? spent / state.value() * (1 - state.value()) : null);
  }

  private static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Duration.between(from, to).toMillis() / 1000.0;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
