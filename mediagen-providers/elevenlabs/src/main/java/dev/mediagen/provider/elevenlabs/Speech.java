// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Task;

/** {@code POST /v1/text-to-speech/{voice_id}}. */
final class Speech extends Audio {
  @Override
  HttpCall call(Task task, ObjectNode body) {
    return HttpCall.post(voicePath("/v1/text-to-speech/", body))
        .json(body.put("model_id", task.modelName()));
  }
}
