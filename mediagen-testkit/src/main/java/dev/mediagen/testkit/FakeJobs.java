// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.error.ErrorKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The vendor's side of a {@link FakeProvider}: jobs, and the files they made. Thread-safe. */
final class FakeJobs {
  private record Job(FakeAnswer answer, Instant end) {}

  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final Set<String> canceled = ConcurrentHashMap.newKeySet();
  private final FakeClock clock;

  FakeJobs(ScriptedVendor vendor, FakeClock clock) {
    this.clock = clock;
    vendor.on("POST /files", call -> reply(200, json().put("url", "{base}/kept")));
    vendor.on("GET /jobs/*", call -> state(id(call)));
    vendor.on("DELETE /jobs/*", call -> cancel(id(call)));
    vendor.on("GET /files/*", call -> file(id(call)));
  }

  /** The id at the end of a call's path. */
  static String id(RecordedCall call) {
    return call.target().substring(call.target().lastIndexOf('/') + 1);
  }

  /** Takes a job, or does not. */
  Reply start(String id, FakeAnswer answer) {
    if (answer instanceof FakeAnswer.Failed failed && failed.atTheDoor()) {
      return failed.kind() == ErrorKind.SUBMISSION_UNKNOWN
          ? Reply.cut()
          : reply(400, failure(failed));
    }
    jobs.put(id, new Job(answer, clock.now().plus(answer.takes())));
    return answer instanceof FakeAnswer.Failed failed && failed.kind() != ErrorKind.TRANSFER
        ? reply(200, json().put("state", "running")) // It is taken first, so that it has a handle.
        : state(id);
  }

  private Reply cancel(String id) {
    canceled.add(id);
    return Reply.empty(204);
  }

  private Reply state(String id) {
    Job job = jobs.get(id);
    if (job == null) {
      return Reply.json(404, "{}");
    }
    FakeAnswer answer = job.answer();
    if (canceled.contains(id)) {
      return reply(200, json().put("state", "canceled"));
    } else if (answer instanceof FakeAnswer.Hanging || clock.now().isBefore(job.end())) {
      return reply(200, json().put("state", "running"));
    } else if (answer instanceof FakeAnswer.Said said) {
      return reply(200, json().put("state", "done").put("text", said.text()));
    } else if (answer instanceof FakeAnswer.Failed failed && failed.kind() != ErrorKind.TRANSFER) {
      return reply(200, failure(failed).put("state", "failed"));
    }
    String type = answer instanceof FakeAnswer.Made made ? made.mediaType() : "";
    return reply(
        200, json().put("state", "done").put("url", "{base}/files/" + id).put("type", type));
  }

  private Reply file(String id) {
    Job job = jobs.get(id);
    if (job != null && job.answer() instanceof FakeAnswer.Made made) {
      return Reply.bytes(200, made.mediaType(), made.bytes());
    }
    return job != null && job.answer() instanceof FakeAnswer.Failed failed
        ? Reply.text(500, "text/plain", failed.message())
        : Reply.empty(404);
  }

  private static ObjectNode failure(FakeAnswer.Failed failed) {
    return json().put("code", failed.kind().name()).put("message", failed.message());
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Reply reply(int status, ObjectNode json) {
    return Reply.json(status, json.toString());
  }
}
