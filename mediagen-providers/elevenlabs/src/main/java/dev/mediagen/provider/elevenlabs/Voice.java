// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Task;

/** {@code POST /v1/speech-to-speech/{voice_id}}: the same words by another voice. */
final class Voice extends Audio {
  @Override
  HttpCall call(Task task, ObjectNode body) {
    return HttpCall.post(voicePath("/v1/speech-to-speech/", body))
        .multipart(body.put("model_id", task.modelName()));
  }
}
