// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaSource;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.image.ImageResult;
import dev.mediagen.model3d.Model3dRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.segment.Point;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.speech.SpeechResult;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.upscale.UpscaleRequest;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sketch worker as users meet it: through the client, with nothing configured. */
class SketchEndpointTest {
  private final MediaClient client = MediaClient.builder().environment(Map.of()).build();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void needs_no_configuration() {
    assertThat(client.providers())
        .filteredOn(provider -> provider.id().equals("local"))
        .allMatch(provider -> provider.configured());
  }

  @Test
  void makes_every_kind_of_media(@TempDir Path folder) throws IOException {
    ImageResult image =
        client
            .generate(
                ImageRequest.builder()
                    .model("local/sketch-image")
                    .prompt("a red boat on the sea")
                    .width(128)
                    .height(96)
                    .seed(7)
                    .build())
            .join();
    Path picture = image.image().writeTo(folder.resolve("boat.png"));
    SpeechResult speech =
        client
            .generate(
                SpeechRequest.builder().model("local/sketch-speech").text("good morning").build())
            .join();
    Path voice = speech.audio().writeTo(folder.resolve("voice.wav"));

    assertThat(image.image().width()).hasValue(128);
    assertThat(image.image().seed()).hasValue(7L);
    assertThat(image.cost().usd().orElseThrow()).isEqualByComparingTo("0");
    assertThat(
            client
                .generate(
                    TranscriptRequest.builder()
                        .model("local/sketch-transcript")
                        .source(MediaSource.file(voice))
                        .build())
                .join()
                .text())
        .isEqualTo("good morning");
    assertThat(
            client
                .generate(
                    SegmentRequest.builder()
                        .model("local/sketch-segment")
                        .source(MediaSource.file(picture))
                        .point(Point.on(64, 80))
                        .build())
                .join()
                .assets()
                .get(0)
                .role())
        .isEqualTo("mask");
    assertThat(
            client
                .generate(
                    UpscaleRequest.builder()
                        .model("local/sketch-upscale")
                        .source(MediaSource.asset(image.image()))
                        .scale(2.0)
                        .build())
                .join()
                .assets()
                .get(0)
                .width())
        .hasValue(256);
    assertThat(
            client
                .generate(
                    ImageRequest.builder().model("local/sketch-vector").prompt("a hill").build())
                .join()
                .image()
                .extension())
        .isEqualTo("svg");
    assertThat(
            client
                .generate(
                    VideoRequest.builder()
                        .model("local/sketch-video")
                        .prompt("a hill")
                        .width(64)
                        .height(64)
                        .duration(Duration.ofSeconds(1))
                        .fps(4)
                        .build())
                .join()
                .video()
                .mediaType())
        .isEqualTo("video/mp4");
    assertThat(
            client
                .generate(
                    MusicRequest.builder()
                        .model("local/sketch-music")
                        .prompt("calm")
                        .duration(Duration.ofSeconds(1))
                        .build())
                .join()
                .assets()
                .get(0)
                .duration())
        .hasValue(Duration.ofSeconds(1));
    assertThat(
            client
                .generate(
                    SoundRequest.builder()
                        .model("local/sketch-sound")
                        .prompt("rain")
                        .duration(Duration.ofSeconds(1))
                        .build())
                .join()
                .assets())
        .hasSize(1);
    assertThat(
            client
                .generate(
                    Model3dRequest.builder().model("local/sketch-3d").prompt("a vase").build())
                .join()
                .assets()
                .get(0)
                .extension())
        .isEqualTo("glb");
  }

  @Test
  void makes_more_pictures_than_one_job_gives_and_joins_them() {
    ImageResult result =
        client
            .generate(
                ImageRequest.builder()
                    .model("local/sketch-image")
                    .prompt("a hill")
                    .width(64)
                    .height(64)
                    .count(6)
                    .seed(10)
                    .build())
            .join();

    assertThat(result.jobs()).hasSize(2);
    assertThat(result.assets())
        .extracting(asset -> asset.seed().orElseThrow())
        .containsExactly(10L, 11L, 12L, 13L, 14L, 15L);
  }

  @Test
  void rehearses_failures() {
    ImageRequest request =
        ImageRequest.builder()
            .model("local/sketch-image")
            .prompt("a hill")
            .width(64)
            .height(64)
            .option("fail", "content_filtered")
            .build();

    assertThatThrownBy(() -> client.generate(request).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(MediaException.class)
        .extracting(e -> ((MediaException) e).kind())
        .isEqualTo(ErrorKind.CONTENT_FILTERED);
  }

  @Test
  void cancels_and_resumes() {
    ImageRequest slow =
        ImageRequest.builder()
            .model("local/sketch-image")
            .prompt("a hill")
            .width(64)
            .height(64)
            .option("slow", 60)
            .build();
    MediaJob<ImageResult> job = client.submit(slow).join();
    assertThat(job.cancel().join()).isEqualTo(CancelOutcome.CANCELED);
    assertThat(client.status(job.handle()).join().state().terminal()).isTrue();

    JobHandle done =
        client.generate(slow.toBuilder().options(Map.of()).build()).join().jobs().get(0);
    assertThat(client.resume(JobHandle.fromJson(done.toJson())).result().join().assets())
        .hasSize(1);
  }

  /** The catalogue is written by hand, the worker describes itself: they must say the same. */
  @Test
  void the_catalogue_says_what_the_worker_says() throws IOException, InterruptedException {
    try (SketchWorker worker = SketchWorker.start()) {
      HttpRequest ask = HttpRequest.newBuilder(URI.create(worker.baseUrl() + "/models")).build();
      String text =
          HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()).body();
      for (JsonNode model : new ObjectMapper().readTree(text)) {
        ModelSpec spec =
            new SketchEndpoint().catalog().find(model.path("id").asText()).orElseThrow();
        Set<String> known = new HashSet<>(spec.options().keySet());
        spec.parameters().values().forEach(p -> p.field().ifPresent(known::add));
        spec.inputs().values().forEach(input -> input.field().ifPresent(known::add));
        model
            .at("/input_schema/properties")
            .properties()
            .forEach(
                field -> {
                  String alias = field.getValue().path("x-alias").asText("");
                  assertThat(known)
                      .as("%s takes %s", spec.id(), field.getKey())
                      .containsAnyOf(field.getKey(), alias);
                });
      }
    }
  }
}
