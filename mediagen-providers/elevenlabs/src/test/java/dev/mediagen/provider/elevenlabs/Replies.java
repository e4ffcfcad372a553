// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;

/** Replies as ElevenLabs words them. */
final class Replies {
  private Replies() {}

  static String error(String type, String code, String message) {
    return """
        {"detail": {"type": "%s", "code": "%s", "message": "%s", "status": "%s",
         "request_id": "r1"}}
        """
        .formatted(type, code, message, code);
  }

  /** How ElevenLabs refuses, whatever is asked for. */
  static Life usual(Life life, String route) {
    return life.failed(
            route,
            Reply.json(400, error("validation_error", "invalid_parameters", "it does not fit")),
            ErrorKind.INVALID_REQUEST)
        .moderated(
            route,
            Reply.json(
                422, "{\"detail\":{\"status\":\"bad_prompt\",\"message\":\"against the terms\"}}"))
        .unauthorized(
            Reply.json(401, error("authentication_error", "invalid_api_key", "no such key")))
        .limited(
            Reply.json(
                429, error("rate_limit_error", "concurrent_limit_exceeded", "too many at once")));
  }
}
