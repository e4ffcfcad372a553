// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;

/** Luma's answers, as its pages show them. */
final class Replies {
  static final String ID = "d290f1ee-6c54-4b01-90e6-d701748f0851";
  static final String AGENTS_POLL = "GET /v1/generations/" + ID;
  static final String DREAM_POLL = "GET /dream-machine/v1/generations/" + ID;

  private Replies() {}

  static Reply agents(String state, String more) {
    return Reply.json(
        ("{'id':'"
                + ID
                + "','type':'video','state':'"
                + state
                + "','model':'ray-3.2','created_at':'2026-09-19T12:00:00Z'"
                + more
                + "}")
            .replace('\'', '"'));
  }

  static Reply dream(String state, String assets) {
    return Reply.json(
        ("{'id':'"
                + ID
                + "','generation_type':'video','state':'"
                + state
                + "','failure_reason':null,'assets':"
                + assets
                + ",'model':'ray-2'}")
            .replace('\'', '"'));
  }

  static Reply[] agentsLife(String type, String file) {
    return new Reply[] {
      agents("queued", ",'output':null"),
      agents("processing", ",'output':null"),
      agents(
          "completed",
          ",'output':[{'type':'" + type + "','url':'{cdn}/" + file + "?X-Amz-Expires=3600'}]")
    };
  }

  static Reply[] dreamLife(String kind, String file) {
    return new Reply[] {
      dream("queued", "null"),
      dream("dreaming", "null"),
      dream("completed", "{'progress_video':null,'" + kind + "':'{cdn}/" + file + "'}")
    };
  }

  static Life agentsTroubles(Life life) {
    return troubles(
        life.failed(
                AGENTS_POLL,
                agents("failed", ",'failure_code':'generation_failed','failure_reason':'no'"),
                ErrorKind.FAILED)
            .moderated(
                AGENTS_POLL,
                agents("failed", ",'failure_code':'content_moderated','failure_reason':'no'")));
  }

  static Life dreamTroubles(Life life) {
    return troubles(
        life.failed(
                DREAM_POLL,
                Reply.json("{\"state\":\"failed\",\"failure_reason\":\"no luck\"}"),
                ErrorKind.FAILED)
            .moderated(
                DREAM_POLL,
                Reply.json(
                    "{\"state\":\"failed\",\"failure_reason\":\"Content moderation failed\"}")));
  }

  private static Life troubles(Life life) {
    return life.unauthorized(Reply.json(401, "{\"detail\":\"no such key\"}"))
        .limited(Reply.json(429, "{\"detail\":\"too fast\"}"));
  }
}
