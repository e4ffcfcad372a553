// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Task;

/** {@code POST /v1/sound-generation}. */
final class Sound extends Audio {
  @Override
  HttpCall call(Task task, ObjectNode body) {
    return HttpCall.post("/v1/sound-generation").json(body.put("model_id", task.modelName()));
  }
}
