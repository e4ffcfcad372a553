// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;

/** Replies as Recraft words them. */
final class Replies {
  private Replies() {}

  static String error(String code, String message) {
    return "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}";
  }

  /** How Recraft refuses, whatever is asked for. */
  static Life usual(Life life) {
    return life.unauthorized(Reply.json(401, error("unauthorized", "no such token")))
        .limited(Reply.json(429, error("too_many_requests", "slow down")))
        .moderated(
            Reply.json(
                400, error("invalid_request_parameter", "the prompt did not pass moderation")));
  }
}
