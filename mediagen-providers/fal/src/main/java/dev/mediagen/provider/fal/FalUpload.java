// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import java.net.URI;
import java.util.Map;

/**
 * A file for fal's storage: a place is asked for, then the bytes are put there without the key.
 *
 * @see <a href="https://fal.ai/docs/model-apis/fal-cdn">fal CDN</a>
 */
final class FalUpload implements Preparation {
  private final Input input;

  FalUpload(Input input) {
    this.input = input;
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    if (stage.equals("put")) {
      return HttpCall.to("PUT", URI.create(data.get("upload_url")))
          .anonymous()
          .body(new HttpCall.Body.Raw(input));
    }
    return HttpCall.post("/storage/upload/initiate")
        .at("storage")
        .query("storage_type", "fal-cdn-v3")
        .json(
            JsonNodeFactory.instance
                .objectNode()
                .put("content_type", input.mediaType())
                .put("file_name", input.fileName()));
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    return stage.equals("put")
        ? Step.ready(data.getOrDefault("file_url", ""))
        : Step.next(
            "put",
            Map.of(
                "upload_url", reply.required("/upload_url"),
                "file_url", reply.required("/file_url")));
  }
}
