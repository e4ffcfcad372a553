// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.image.ImageRequest;
import dev.mediagen.model3d.Model3dRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.segment.Box;
import dev.mediagen.segment.Point;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.upscale.UpscaleRequest;
import dev.mediagen.video.VideoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One request of each kind, with every field set. */
public final class FullRequests {
  static final JobHandle HANDLE =
      JobHandle.builder()
          .model(ModelId.of("toy/oil-1"))
          .kind(MediaKind.IMAGE)
          .operation("paint")
          .jobId("p1")
          .account("second")
          .stage("result")
          .putAllData(Map.of("poll", "/p/1"))
          .createdAt(Instant.parse("2026-11-20T12:00:00.123Z"))
          .deadline(Instant.parse("2026-11-20T12:10:00Z"))
          .contract(1)
          .build();

  private static final ModelId MODEL = ModelId.of("toy/oil-1");
  private static final List<ModelId> FALLBACKS = List.of(ModelId.of("toy/oil-2"));
  private static final Map<String, Object> OPTIONS =
      Map.of("text", "t", "whole", 3, "list", List.of(1, "b"), "map", Map.of("deep", true));
  private static final MediaSource FILE = MediaSource.file(Path.of("in", "a.png"));
  private static final MediaSource URL = MediaSource.url("https://example.org/a.png?x=1&y=2");
  private static final MediaSource BYTES = MediaSource.bytes(new byte[] {1, 2, -1}, "image/png");
  private static final MediaSource JOB = MediaSource.job(HANDLE, 1);
  private static final MediaSource STORED = MediaSource.stored("file-1");
  private static final List<Reference> REFERENCES =
      List.of(Reference.of(FILE, Reference.Role.STYLE), Reference.of(URL));

  private FullRequests() {}

  static Stream<MediaRequest<?>> all() {
    return Stream.of(
        image(),
        video(),
        music(),
        speech(),
        sound(),
        transcript(),
        segment(),
        upscale(),
        model3d());
  }

  static ImageRequest image() {
    return ImageRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.SNAP)
        .timeout(Duration.ofSeconds(90))
        .prompt("a boat «at» sea")
        .negativePrompt("people")
        .width(1024)
        .height(768)
        .aspectRatio("4:3")
        .resolution("1K")
        .count(2)
        .seed(9_007_199_254_740_993L)
        .steps(30)
        .guidance(3.5)
        .strength(0.8)
        .quality("high")
        .style("oil")
        .background("opaque")
        .outputFormat("png")
        .source(FILE)
        .mask(BYTES)
        .references(REFERENCES)
        .build();
  }

  private static VideoRequest video() {
    return VideoRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.WARN)
        .timeout(Duration.ofMinutes(9))
        .prompt("waves")
        .negativePrompt("text")
        .duration(Duration.ofMillis(5500))
        .aspectRatio("16:9")
        .resolution("1080p")
        .width(1920)
        .height(1080)
        .fps(24)
        .audio(true)
        .count(1)
        .seed(7)
        .steps(20)
        .guidance(0.5)
        .quality("pro")
        .style("film")
        .outputFormat("mp4")
        .firstFrame(URL)
        .lastFrame(BYTES)
        .references(REFERENCES)
        .source(JOB)
        .mask(STORED)
        .soundtrack(FILE)
        .build();
  }

  private static MusicRequest music() {
    return MusicRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.FAIL)
        .timeout(Duration.ofMinutes(5))
        .prompt("a waltz")
        .lyrics("la\nla")
        .style("jazz")
        .negativePrompt("drums")
        .title("Waltz")
        .instrumental(false)
        .duration(Duration.ofSeconds(60))
        .count(2)
        .seed(1)
        .steps(8)
        .guidance(2)
        .outputFormat("mp3")
        .source(JOB)
        .references(REFERENCES)
        .build();
  }

  private static SpeechRequest speech() {
    return SpeechRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.FAIL)
        .timeout(Duration.ofMinutes(1))
        .text("Good evening")
        .voice("alloy")
        .language("en")
        .style("calm")
        .speed(1.25)
        .seed(3)
        .outputFormat("wav")
        .voiceSample(FILE)
        .build();
  }

  private static SoundRequest sound() {
    return SoundRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.FAIL)
        .timeout(Duration.ofMinutes(1))
        .prompt("rain")
        .negativePrompt("wind")
        .duration(Duration.ofSeconds(3))
        .loop(true)
        .count(1)
        .seed(4)
        .steps(10)
        .guidance(1)
        .outputFormat("ogg")
        .source(FILE)
        .build();
  }

  private static TranscriptRequest transcript() {
    return TranscriptRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.FAIL)
        .timeout(Duration.ofMinutes(1))
        .source(FILE)
        .language("de")
        .prompt("names: Ada")
        .timestamps("word")
        .diarize(true)
        .translate(false)
        .outputFormat("srt")
        .temperature(0.2)
        .build();
  }

  private static SegmentRequest segment() {
    return SegmentRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.FAIL)
        .timeout(Duration.ofMinutes(1))
        .source(URL)
        .prompt("the dog")
        .points(List.of(Point.on(1, 2), Point.off(3, 4)))
        .boxes(List.of(new Box(0, 0, 9, 9)))
        .count(3)
        .outputFormat("png")
        .build();
  }

  private static UpscaleRequest upscale() {
    return UpscaleRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.FAIL)
        .timeout(Duration.ofMinutes(1))
        .source(BYTES)
        .scale(2)
        .width(2048)
        .height(2048)
        .resolution("4K")
        .prompt("sharp")
        .fps(60)
        .seed(5)
        .outputFormat("webp")
        .build();
  }

  private static Model3dRequest model3d() {
    return Model3dRequest.builder()
        .model(MODEL)
        .fallbacks(FALLBACKS)
        .options(OPTIONS)
        .onUnsupported(OnUnsupported.FAIL)
        .timeout(Duration.ofMinutes(1))
        .prompt("a chair")
        .source(STORED)
        .references(REFERENCES)
        .faces(20000)
        .texture(true)
        .quality("high")
        .seed(6)
        .outputFormat("glb")
        .build();
  }
}
