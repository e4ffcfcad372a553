// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.internal.json.Json;
import java.io.IOException;
import java.util.List;

/**
 * The id of the task, which stands in the body, and the time are signed with a dot between them.
 *
 * @param prefix how the headers {@code Timestamp} and {@code Signature} begin
 * @param taskId where the id may stand, the first place that has one counts
 */
record TaskStampHmac(String prefix, List<JsonPointer> taskId) implements HmacScheme.Reading {
  @Override
  public HmacScheme.Claim claim(WebhookDelivery delivery) throws Refusal {
    String time = CheckedScheme.header(delivery, prefix + "Timestamp");
    return HmacScheme.Claim.of(
        Window.seconds(time),
        Message.of(taskId(delivery.body()) + "." + time),
        Encoded.base64(CheckedScheme.header(delivery, prefix + "Signature")));
  }

  private String taskId(byte[] body) throws Refusal {
    JsonNode tree = tree(body);
    return taskId.stream()
        .map(tree::at)
        .filter(node -> node.isTextual() || node.isIntegralNumber())
        .map(JsonNode::asText)
        .findFirst()
        .orElseThrow(() -> new Refusal("the body names no task"));
  }

  private static JsonNode tree(byte[] body) throws Refusal {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw new Refusal("the body is not JSON");
    }
  }

  @Override
  public boolean coversBody() {
    return false;
  }
}
