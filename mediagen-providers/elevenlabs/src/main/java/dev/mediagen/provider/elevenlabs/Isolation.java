// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Task;

/** {@code POST /v1/audio-isolation}: a voice without what is around it. It takes no model. */
final class Isolation extends Audio {
  @Override
  HttpCall call(Task task, ObjectNode body) {
    return HttpCall.post("/v1/audio-isolation").multipart(body);
  }
}
