// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;

/** What Runway answers, as its pages show it. */
final class Replies {
  static final String POLL = "GET /v1/tasks/t1";

  private Replies() {}

  static Reply accepted() {
    return Reply.json("{\"id\":\"t1\",\"estimatedCost\":{\"credits\":60}}");
  }

  static Reply task(String status, String more) {
    return Reply.json(
        "{\"id\":\"t1\",\"status\":\""
            + status
            + "\",\"createdAt\":\"2026-09-19T12:00:00Z\""
            + more.replace('\'', '"')
            + "}");
  }

  static Reply[] life(String file) {
    return new Reply[] {
      task("PENDING", ",'estimatedCost':{'credits':60}"),
      task("THROTTLED", ",'estimatedCost':{'credits':60}"),
      task("RUNNING", ",'progress':0.42,'estimatedCost':{'credits':60}"),
      task("SUCCEEDED", ",'output':['{cdn}/" + file + "?x=1'],'cost':{'credits':60}")
    };
  }

  /** What goes wrong in the same way for every operation. */
  static Life troubles(Life life) {
    return life.failed(
            POLL,
            task("FAILED", ",'failure':'no','failureCode':'INTERNAL','cost':{'credits':0}"),
            ErrorKind.PROVIDER_UNAVAILABLE)
        .moderated(
            POLL,
            task(
                "FAILED",
                ",'failure':'no','failureCode':'SAFETY.INPUT.TEXT','cost':{'credits':60}"))
        .cancel("DELETE /v1/tasks/t1", Reply.empty(204))
        .unauthorized(Reply.json(401, "{\"error\":\"no such key\"}"))
        .limited(Reply.json(429, "{\"error\":\"daily limit\"}"));
  }
}
