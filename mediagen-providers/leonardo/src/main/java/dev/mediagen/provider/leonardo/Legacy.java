// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Task;
import java.math.BigDecimal;

/** Pictures of the platform's own models, which are named by a UUID. */
final class Legacy extends LeonardoJob {
  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields();
    body.put("modelId", task.modelName());
    // Left out, it would be four.
    body.put("num_images", Integer.parseInt(task.parameter("count").orElse("1")));
    // Leonardo counts how much of the picture stays, not how much goes.
    task.parameter("strength")
        .ifPresent(s -> body.put("init_strength", BigDecimal.ONE.subtract(new BigDecimal(s))));
    keepPrivate(body, "public");
    return HttpCall.post("/v1/generations").json(body);
  }
}
