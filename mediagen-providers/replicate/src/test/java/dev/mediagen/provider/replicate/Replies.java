// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;

/** What Replicate answers, shared by the tests. */
final class Replies {
  static final String POLL = "GET /v1/predictions/gm3q";

  private Replies() {}

  static Reply prediction(int status, String word, String more) {
    return Reply.json(
        status,
        "{\"id\":\"gm3q\",\"version\":\"hidden\",\"status\":\""
            + word
            + "\",\"data_removed\":false,\"created_at\":\"2026-10-05T10:00:00Z\""
            + more.replace('\'', '"')
            + "}");
  }

  static Reply[] life(String output) {
    return new Reply[] {
      prediction(200, "starting", ",'output':null,'error':null,'logs':''"),
      prediction(200, "processing", ",'output':null,'error':null,'logs':' 40%|####'"),
      prediction(
          200,
          "succeeded",
          ",'error':null,'logs':' 40%|####\\n100%|####','metrics':{'predict_time':61.2,'total_time':63.0},"
              + "'completed_at':'2026-10-05T10:01:02Z','output':"
              + output)
    };
  }

  /** What goes wrong in the same way for every model. */
  static Life troubles(Life life) {
    return life.failed(
            POLL,
            prediction(200, "failed", ",'output':null,'error':'the runner gave up'"),
            ErrorKind.FAILED)
        .moderated(
            POLL,
            prediction(
                200,
                "failed",
                ",'error':'The input or output was flagged as sensitive. Please try again with"
                    + " different inputs. (E005)'"))
        .cancel("POST /v1/predictions/gm3q/cancel", prediction(200, "canceled", ""))
        .unauthorized(
            Reply.json(
                401, "{\"title\":\"Unauthenticated\",\"detail\":\"bad token\",\"status\":401}"))
        .limited(
            Reply.json(
                429,
                "{\"detail\":\"Request was throttled. Your rate limit resets in ~30s.\",\"status\":429}"));
  }
}
