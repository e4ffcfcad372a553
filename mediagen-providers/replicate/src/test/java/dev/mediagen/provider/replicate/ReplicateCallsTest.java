// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.upscale.UpscaleRequest;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Replicate, pinned call by call. */
class ReplicateCallsTest {
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource SOUND = MediaSource.url("https://pics.example/boat.mp3");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new ReplicateProvider());
  @TempDir Path folder;

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("replicate/" + model).prompt("a boat");
  }

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("replicate/" + model).prompt("a boat");
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void pictures() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    add("the least", image("black-forest-labs/flux-schnell").build());
    add(
        "all of flux-dev",
        image("black-forest-labs/flux-dev")
            .source(PICTURE)
            .strength(0.5)
            .guidance(4.0)
            .steps(20)
            .seed(7L)
            .count(6)
            .aspectRatio("9:21")
            .outputFormat("png")
            .option("megapixels", "0.25")
            .build());
    add("a size", image("black-forest-labs/flux-1.1-pro").width(640).height(480).build());
    add("a shape", image("black-forest-labs/flux-1.1-pro").aspectRatio("3:2").build());
    add(
        "ultra",
        image("black-forest-labs/flux-1.1-pro-ultra")
            .source(PICTURE)
            .strength(0.2)
            .option("raw", true)
            .build());
    add(
        "an edit by file",
        image("black-forest-labs/flux-kontext-pro").source(MediaSource.file(file)).build());
    add(
        "references by URL and by bytes",
        image("black-forest-labs/flux-2-pro")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
            .resolution("2 MP")
            .build());
    add(
        "flux 3",
        image("black-forest-labs/flux-3-image")
            .reference(Reference.of(PICTURE))
            .resolution("2k")
            .build());
    add("imagen", image("google/imagen-4").resolution("2K").aspectRatio("4:3").build());
    add(
        "banana",
        image("google/nano-banana-pro").reference(Reference.of(PICTURE)).resolution("4K").build());
    add("seedream in a size", image("bytedance/seedream-4").width(2048).height(1024).build());
    add("seedream in a class", image("bytedance/seedream-4").resolution("4K").count(2).build());
    add(
        "a mask",
        image("ideogram-ai/ideogram-v3-turbo")
            .source(PICTURE)
            .mask(MediaSource.bytes(Samples.png(), "image/png"))
            .style("Design")
            .seed(1L)
            .build());
    add(
        "lines",
        image("recraft-ai/recraft-v3-svg").style("engraving").width(1024).height(1024).build());
    add(
        "all of sdxl",
        image("stability-ai/sdxl")
            .negativePrompt("fog")
            .width(768)
            .height(768)
            .count(4)
            .seed(1L)
            .steps(30)
            .guidance(8.0)
            .source(PICTURE)
            .mask(PICTURE)
            .strength(0.8)
            .build());
    add("a version", image("stability-ai/sdxl:7762fd07").build());
    add(
        "no background",
        ImageRequest.builder()
            .model("replicate/851-labs/background-remover")
            .source(PICTURE)
            .background("green")
            .build());
    calls.check("ReplicateCalls.pictures.http");
  }

  @Test
  void videos() {
    Duration five = Duration.ofSeconds(5);
    add("the least", video("minimax/video-01").build());
    add("held back", video("minimax/video-01").option("Prefer", "wait=5").build());
    add("references", video("google/veo-3.1").reference(Reference.of(PICTURE)).build());
    add(
        "all of kling",
        video("kwaivgi/kling-v3-video")
            .negativePrompt("fog")
            .aspectRatio("1:1")
            .resolution("1080p")
            .duration(five)
            .audio(true)
            .firstFrame(PICTURE)
            .lastFrame(PICTURE)
            .build());
    add(
        "ray",
        video("luma/ray-2-540p").duration(five).option("concepts", List.of("zoom_in")).build());
    add(
        "hailuo",
        video("minimax/hailuo-02")
            .duration(Duration.ofSeconds(10))
            .resolution("768p")
            .lastFrame(PICTURE)
            .build());
    add("a person", video("minimax/video-01").reference(Reference.of(PICTURE)).build());
    add(
        "wan in a size",
        video("wan-video/wan-2.5-t2v").width(1280).height(720).soundtrack(SOUND).build());
    add(
        "wan from a frame",
        video("wan-video/wan-2.2-i2v-fast")
            .firstFrame(PICTURE)
            .fps(16)
            .option("num_frames", 81)
            .build());
    add(
        "seedance",
        video("bytedance/seedance-1-pro")
            .fps(24)
            .duration(five)
            .seed(3L)
            .resolution("480p")
            .build());
    calls.check("ReplicateCalls.videos.http");
  }

  @Test
  void sounds_and_words() {
    add(
        "a song",
        MusicRequest.builder()
            .model("replicate/minimax/music-1.5")
            .prompt("a sea shanty")
            .lyrics("[verse] ahoy ahoy")
            .outputFormat("wav")
            .build());
    add(
        "no song",
        MusicRequest.builder()
            .model("replicate/elevenlabs/music")
            .prompt("waves")
            .duration(Duration.ofSeconds(30))
            .instrumental(true)
            .build());
    add(
        "all of musicgen",
        MusicRequest.builder()
            .model("replicate/meta/musicgen")
            .prompt("waves")
            .source(SOUND)
            .seed(1L)
            .guidance(3.0)
            .duration(Duration.ofSeconds(10))
            .outputFormat("mp3")
            .option("continuation", true)
            .build());
    add(
        "stable audio",
        MusicRequest.builder()
            .model("replicate/stability-ai/stable-audio-2.5")
            .prompt("waves")
            .steps(8)
            .build());
    add(
        "a voice",
        SpeechRequest.builder()
            .model("replicate/elevenlabs/v3")
            .text("ahoy")
            .voice("Rachel")
            .language("en")
            .speed(1.1)
            .build());
    add(
        "another voice",
        SpeechRequest.builder()
            .model("replicate/minimax/speech-02-hd")
            .text("ahoy")
            .style("happy")
            .option("pitch", 2)
            .build());
    add(
        "all of whisper",
        TranscriptRequest.builder()
            .model("replicate/openai/whisper")
            .source(SOUND)
            .language("de")
            .translate(true)
            .outputFormat("srt")
            .prompt("names")
            .temperature(0.2)
            .build());
    add(
        "fast",
        TranscriptRequest.builder()
            .model("replicate/vaibhavs10/incredibly-fast-whisper")
            .source(SOUND)
            .timestamps("word")
            .translate(false)
            .build());
    add(
        "larger",
        UpscaleRequest.builder()
            .model("replicate/nightmareai/real-esrgan")
            .source(PICTURE)
            .scale(4.0)
            .build());
    add(
        "much larger",
        UpscaleRequest.builder()
            .model("replicate/topazlabs/image-upscale")
            .source(PICTURE)
            .scale(6.0)
            .build());
    add("masks", SegmentRequest.builder().model("replicate/meta/sam-2").source(PICTURE).build());
    calls.check("ReplicateCalls.sounds.http");
  }

  @Test
  void refusals() {
    add("five pictures wide", image("black-forest-labs/flux-schnell").aspectRatio("5:1").build());
    add("half a size", image("black-forest-labs/flux-1.1-pro").width(640).build());
    add(
        "a size and a shape",
        image("black-forest-labs/flux-2-max").width(640).height(640).aspectRatio("1:1").build());
    add(
        "too tolerant",
        image("black-forest-labs/flux-kontext-max")
            .source(PICTURE)
            .option("safety_tolerance", 6)
            .build());
    add("a mask of nothing", image("ideogram-ai/ideogram-v3-quality").mask(PICTURE).build());
    add("ten seconds", video("minimax/hailuo-02").duration(Duration.ofSeconds(10)).build());
    add(
        "references upright",
        video("google/veo-3.1").reference(Reference.of(PICTURE)).aspectRatio("9:16").build());
    add("no frame", video("wan-video/wan-2.5-i2v").build());
    add(
        "no words",
        MusicRequest.builder().model("replicate/minimax/music-1.5").prompt("a shanty").build());
    add(
        "speakers without a token",
        TranscriptRequest.builder()
            .model("replicate/vaibhavs10/incredibly-fast-whisper")
            .source(SOUND)
            .diarize(true)
            .build());
    add(
        "a click",
        SegmentRequest.builder()
            .model("replicate/meta/sam-2")
            .source(PICTURE)
            .prompt("boat")
            .build());
    calls.check("ReplicateCalls.refusals.http");
  }
}
