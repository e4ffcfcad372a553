// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.util.Base64;

/** What Workers AI answers, and where. */
final class Replies {
  static final Reply UNAUTHORIZED = refused(401, 10000, "Authentication error");
  static final Reply LIMITED = refused(429, 971, "Please wait and consider throttling");
  static final Reply FILTERED =
      refused(400, 3030, "Input prompt contains NSFW content, please modify it");

  private Replies() {}

  /** The call that runs a model, with the account that the contract suite makes up. */
  static String run(String model) {
    return "POST /client/v4/accounts/test-account_id/ai/run/" + model;
  }

  static Reply result(String json) {
    return Reply.json("{\"result\":" + json + ",\"success\":true,\"errors\":[],\"messages\":[]}");
  }

  static Reply picture() {
    return result("{\"image\":\"" + base64(Samples.png()) + "\"}");
  }

  static Reply refused(int status, int code, String message) {
    return Reply.json(status, refusal(code, message));
  }

  static String refusal(int code, String message) {
    return "{\"result\":null,\"success\":false,\"errors\":[{\"code\":"
        + code
        + ",\"message\":\""
        + message
        + "\"}],\"messages\":[]}";
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
