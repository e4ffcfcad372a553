// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.MediaSource;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.transcript.TranscriptRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A client of the adapter, and a server that plays OpenAI. */
abstract class OpenAiTest {
  static final MediaSource PNG = MediaSource.bytes(Samples.png(), "image/png");
  static final MediaSource WAV = MediaSource.bytes(Samples.wav(), "audio/wav");

  final ScriptedVendor vendor = new ScriptedVendor();
  final FakeClock clock = new FakeClock();
  final MediaClient client = client(vendor.base() + "/v1");

  MediaClient client(String baseUrl) {
    MediaClientBuilder builder =
        MediaClient.builder()
            .discover(false)
            .adapter(new OpenAiProvider())
            .environment(Map.of("OPENAI_API_KEY", "made-up"))
            .clock(clock)
            .executor(Runnable::run);
    return baseUrl.isEmpty()
        ? builder.build()
        : builder.provider("openai", settings -> settings.baseUrl(baseUrl)).build();
  }

  @AfterEach
  void close() {
    client.close();
    vendor.close();
  }

  <R extends MediaResult> R make(MediaRequest<R> request) {
    return clock.await(client.generate(request));
  }

  String body() {
    return new String(vendor.calls().get(vendor.calls().size() - 1).body(), StandardCharsets.UTF_8);
  }

  static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("openai/" + model).prompt("a kite");
  }

  static TranscriptRequest.Builder transcript(String model) {
    return TranscriptRequest.builder().model("openai/" + model).source(WAV);
  }

  static SpeechRequest.Builder speech(String model) {
    return SpeechRequest.builder().model("openai/" + model).text("Up.").voice("coral");
  }
}
