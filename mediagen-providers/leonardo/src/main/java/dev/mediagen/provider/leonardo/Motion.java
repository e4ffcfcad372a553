// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;

/** Videos of the older endpoints: from text, from a picture, and Motion 1.0 by itself. */
final class Motion extends LeonardoJob {
  private final boolean first;

  Motion(boolean first) {
    this.first = first;
  }

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.parameters();
    keepPrivate(body, "isPublic");
    String path = first ? "motion-svd" : "text-to-video";
    for (Input frame : task.inputs("firstFrame")) {
      body.put("imageId", frame.text());
      if (first) {
        body.put("isInitImage", frame.delivery() == Delivery.UPLOAD);
      } else {
        body.put("imageType", type(frame));
        path = "image-to-video";
      }
    }
    task.inputs("lastFrame").forEach(frame -> body.set("endFrameImage", image(frame)));
    if (!first) {
      body.put("model", task.modelName());
      // A model that is not listed is described in the words of the newer endpoint.
      if (body.has("mode")) {
        body.set("resolution", body.remove("mode"));
      }
    }
    return HttpCall.post("/v1/generations-" + path).json(body);
  }
}
