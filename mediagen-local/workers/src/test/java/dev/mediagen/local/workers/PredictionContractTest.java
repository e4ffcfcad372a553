// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import dev.mediagen.MediaSource;
import dev.mediagen.segment.Point;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

class PredictionContractTest extends ProviderContract {
  private static final String MODELS =
      """
      [{"id": "sam-big", "modality": "segment", "input_schema": {
         "properties": {
           "image": {"type": "string", "format": "uri"},
           "points": {"type": "array", "items": {"type": "array"}},
           "threshold": {"type": "number", "minimum": 0, "maximum": 1}},
         "required": ["image"]}}]
      """;

  PredictionContractTest() {
    super(
        new WorkerProvider(),
        Life.of(
                SegmentRequest.builder()
                    .model("local/sam-big")
                    .source(MediaSource.bytes(Samples.png(), "image/png"))
                    .point(Point.on(3, 4))
                    .point(Point.off(0, 0))
                    .option("threshold", 0.5)
                    .build())
            .with("GET /models", Reply.json(MODELS))
            .submit(
                "PUT /predictions/*", Reply.json(202, "{\"id\":\"p1\",\"status\":\"starting\"}"))
            .poll(
                "GET /predictions/p1",
                Reply.json(
                    "{\"id\":\"p1\",\"status\":\"processing\",\"progress\":{\"value\":0.4}}"),
                Reply.json(
                    """
                    {"id": "p1", "status": "succeeded", "output": [
                      {"url": "/files/a.png", "content_type": "image/png", "role": "mask"}]}
                    """))
            .with("GET /files/a.png", Reply.png())
            .failed(
                Reply.json(
                    "{\"id\":\"p1\",\"status\":\"failed\",\"error\":\"it broke\",\"error_code\":\"internal\"}"))
            .moderated(
                Reply.json(
                    "{\"status\":\"failed\",\"error\":\"not this\",\"error_code\":\"content_filtered\"}"))
            .cancel(
                "POST /predictions/p1/cancel",
                Reply.json("{\"id\":\"p1\",\"status\":\"canceled\"}"))
            .limited(Reply.json(429, "{\"error\":\"full\",\"error_code\":\"queue_full\"}")));
  }
}
