// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;

/** Replies as Ideogram words them. */
final class Replies {
  static final String UNSAFE = "{\"error\":\"Prompt provided failed safety check\"}";

  private Replies() {}

  static Life usual(Life life) {
    return life.unauthorized(Reply.json(401, "{\"error\":\"no such key\"}"))
        .limited(Reply.json(429, "{\"error\":\"busy\",\"reject_reason\":\"inflight_limit\"}"));
  }
}
