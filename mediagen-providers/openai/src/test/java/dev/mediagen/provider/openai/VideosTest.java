// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import dev.mediagen.video.VideoResult;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideosTest extends OpenAiTest {
  @ParameterizedTest
  @CsvSource({
    "https://p.example/a.png, image_url",
    "file-1, file_id",
  })
  void a_first_frame_that_is_elsewhere_goes_as_json(String source, String field) {
    MediaSource frame =
        source.startsWith("https") ? MediaSource.url(source) : MediaSource.stored(source);
    VideoRequest request =
        VideoRequest.builder()
            .model("openai/sora-2")
            .prompt("a kite")
            .aspectRatio("9:16")
            .firstFrame(frame)
            .build();

    String body = client.explain(request).calls().get(0).body().orElseThrow();

    assertThat(body).contains("\"" + field + "\" : \"" + source + "\"", "\"720x1280\"");
  }

  @Test
  void a_gateway_may_keep_the_video_elsewhere() throws IOException {
    vendor.on("POST /v1/videos", Reply.json("{\"id\":\"g1\",\"status\":\"queued\"}"));
    vendor.on(
        "GET /v1/videos/g1",
        Reply.json("{\"id\":\"g1\",\"status\":\"completed\",\"url\":\"{cdn}/g1.mp4\"}"));
    vendor.on("GET /g1.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()));

    VideoResult result =
        make(
            VideoRequest.builder()
                .model("openai/Wan-AI/Wan2.2")
                .prompt("a kite")
                .duration(Duration.ofSeconds(5))
                .seed(7)
                .build());

    assertThat(result.assets().get(0).bytes()).isEqualTo(Samples.mp4());
    assertThat(vendor.calls("GET /g1.mp4").get(0).header("Authorization")).isEmpty();
  }
}
