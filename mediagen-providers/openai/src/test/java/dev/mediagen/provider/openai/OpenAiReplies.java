// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.util.Base64;

/** Replies as OpenAI words them. */
final class OpenAiReplies {
  private OpenAiReplies() {}

  static Reply error(int status, String type, String code, String message) {
    return Reply.json(
        status,
        """
        {"error":{"message":"%s","type":"%s","param":null,"code":%s}}"""
            .formatted(message, type, code.isEmpty() ? "null" : "\"" + code + "\""));
  }

  static Reply moderated() {
    return error(
        400,
        "image_generation_user_error",
        "moderation_blocked",
        "Your request was rejected by the safety system. safety_violations=[violence].");
  }

  static Reply picture() {
    return Reply.json(
        """
        {"created":1762300000,"data":[{"b64_json":"%s"}],"background":"opaque",
         "output_format":"png","quality":"high","size":"1536x1024",
         "usage":{"input_tokens":20,"input_tokens_details":{"text_tokens":20,"image_tokens":0},
          "output_tokens":1353,"output_tokens_details":{"image_tokens":1353,"text_tokens":0},
          "total_tokens":1373}}"""
            .formatted(Base64.getEncoder().encodeToString(Samples.png())));
  }

  /** How OpenAI refuses keys and haste, whatever is asked for. */
  static Life usual(Life life) {
    return life.unauthorized(
            error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided."))
        .limited(error(429, "requests", "rate_limit_exceeded", "Rate limit reached."));
  }
}
