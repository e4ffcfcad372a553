// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class InteractionContractTest extends ProviderContract {
  private static final String POLL = "GET /v1beta/interactions/i1";
  private static final String FILE = "GET /v1beta/files/abc";

  InteractionContractTest() {
    super(
        new GoogleProvider(),
        Life.of(
                VideoRequest.builder()
                    .model("google/gemini-omni-1.2-flash")
                    .prompt("the boat drifts away")
                    .duration(Duration.ofSeconds(8))
                    .aspectRatio("9:16")
                    .resolution("1080p")
                    .seed(7)
                    .firstFrame(MediaSource.bytes(Samples.png(), "image/png"))
                    .build())
            .submit(
                "POST /v1beta/interactions",
                Reply.json("{\"id\":\"i1\",\"object\":\"interaction\",\"status\":\"in_progress\"}"))
            .poll(
                POLL,
                Reply.json("{\"id\":\"i1\",\"status\":\"queued\"}"),
                Reply.json("{\"id\":\"i1\",\"status\":\"in_progress\"}"),
                Reply.json(
                    """
                    {"id": "i1", "status": "completed", "steps": [{"type": "thought"},
                     {"type": "model_output", "content": [{"type": "video", "mime_type": "video/mp4",
                      "uri": "{base}/v1beta/files/abc:download?alt=media"}]}],
                     "usage": {"total_input_tokens": 20, "output_tokens_by_modality":
                      [{"modality": "video", "tokens": 57920}]}}
                    """))
            .with(
                FILE,
                Reply.json("{\"name\":\"files/abc\",\"state\":\"PROCESSING\"}"),
                Reply.json(
                    """
                    {"name": "files/abc", "state": "ACTIVE", "mimeType": "video/mp4",
                     "sizeBytes": "24", "expirationTime": "2026-11-27T00:00:00Z"}
                    """))
            .with("GET /v1beta/files/abc:download", Reply.bytes(200, "video/mp4", Samples.mp4()))
            .failed(
                POLL,
                Reply.json(
                    "{\"id\":\"i1\",\"status\":\"failed\",\"errors\":[{\"code\":\"x\",\"message\":\"no luck\"}]}"),
                ErrorKind.FAILED)
            .moderated(
                POLL,
                Reply.json(
                    """
                    {"id": "i1", "status": "completed", "steps": [{"type": "model_output",
                     "content": [{"type": "text", "text": "I cannot make this."}]}]}
                    """))
            .cancel("POST /v1beta/interactions/i1/cancel", Reply.json("{\"status\":\"cancelled\"}"))
            .unauthorized(
                Reply.json(
                    400,
                    """
                    {"error": {"code": 400, "message": "API key not valid.", "status":
                     "INVALID_ARGUMENT", "details": [{"reason": "API_KEY_INVALID"}]}}
                    """))
            .limited(
                Reply.json(
                    429,
                    "{\"error\":{\"code\":429,\"message\":\"slow\",\"status\":\"RESOURCE_EXHAUSTED\"}}")));
  }
}
