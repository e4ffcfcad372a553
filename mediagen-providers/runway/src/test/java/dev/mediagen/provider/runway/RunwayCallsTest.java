// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Runway, pinned call by call. */
class RunwayCallsTest {
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource FILM = MediaSource.url("https://pics.example/boat.mp4");
  private static final MediaSource SOUND = MediaSource.url("https://pics.example/boat.mp3");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new RunwayProvider());
  @TempDir Path folder;

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("runway/" + model);
  }

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("runway/" + model).prompt("a boat");
  }

  private static SoundRequest.Builder sound(String model) {
    return SoundRequest.builder().model("runway/" + model);
  }

  private static SpeechRequest.Builder speech(String model) {
    return SpeechRequest.builder().model("runway/" + model).text("ahoy");
  }

  private static UpscaleRequest.Builder upscale(String model) {
    return UpscaleRequest.builder().model("runway/" + model);
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void videos() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    Duration five = Duration.ofSeconds(5);
    add("the least", video("gen4_turbo").firstFrame(PICTURE).aspectRatio("16:9").build());
    add(
        "all of gen4.5",
        video("gen4.5")
            .prompt("a boat")
            .firstFrame(MediaSource.file(file))
            .width(1584)
            .height(672)
            .duration(five)
            .seed(42L)
            .outputFormat("prores")
            .option("proresProfile", "422 HQ")
            .option("publicFigureThreshold", "low")
            .build());
    add("text alone", video("gen4.5").prompt("a boat").aspectRatio("9:16").duration(five).build());
    add(
        "two frames",
        video("veo3.1")
            .firstFrame(MediaSource.bytes(Samples.png(), "image/png"))
            .lastFrame(MediaSource.stored("runway://u1"))
            .negativePrompt("fog")
            .aspectRatio("9:16")
            .resolution("1080p")
            .audio(true)
            .seed(1L)
            .duration(Duration.ofSeconds(8))
            .build());
    add("the usual size", video("veo3.1_fast").prompt("a boat").aspectRatio("16:9").build());
    add(
        "references and sounds",
        video("hailuo3")
            .prompt("a boat")
            .option("ratio", "adaptive")
            .resolution("2k")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(PICTURE))
            .soundtrack(SOUND)
            .option(
                "referenceVideos",
                List.of(
                    new TreeMap<>(Map.of("type", "video", "uri", "https://pics.example/b.mp4"))))
            .build());
    add(
        "frames of h3_max",
        video("h3_max")
            .prompt("a boat")
            .firstFrame(PICTURE)
            .lastFrame(PICTURE)
            .resolution("768p")
            .option("promptExpansionMode", "balanced")
            .build());
    add(
        "happyhorse from text",
        video("happyhorse_1_0").prompt("a boat").aspectRatio("4:3").resolution("1080p").build());
    add(
        "happyhorse from a frame",
        video("happyhorse_1_0").firstFrame(PICTURE).resolution("720p").duration(five).build());
    add(
        "seedance in 4k",
        video("seedance2")
            .prompt("a boat")
            .aspectRatio("21:9")
            .resolution("4k")
            .audio(false)
            .option("duration", "auto")
            .build());
    add(
        "a video seen again",
        video("seedance2_mini")
            .source(FILM)
            .prompt("at night")
            .reference(Reference.of(PICTURE))
            .build());
    add(
        "a video edited",
        video("seedance2_5").source(FILM).prompt("at night").option("mode", "edit").build());
    add(
        "a video edited with Gemini",
        video("gemini_omni_flash")
            .source(FILM)
            .prompt("at night")
            .reference(Reference.of(PICTURE))
            .build());
    add(
        "a video extended with Gemini",
        video("gemini_omni_flash_1.1").source(FILM).prompt("on").option("mode", "extend").build());
    add(
        "grok",
        video("grok_imagine_1_5").prompt("a boat").aspectRatio("3:2").resolution("480p").build());
    add(
        "wan with a frame",
        video("wan3").prompt("a boat").firstFrame(PICTURE).resolution("720p").build());
    add(
        "wan with a shape",
        video("wan3_prime").prompt("a boat").aspectRatio("3:4").resolution("1080p").build());
    add(
        "aleph",
        video("aleph2")
            .source(FILM)
            .prompt("at night")
            .aspectRatio("21:9")
            .seed(3L)
            .outputFormat("mp4")
            .option(
                "keyframes",
                List.of(new TreeMap<>(Map.of("seconds", 1, "uri", "https://pics.example/k.png"))))
            .build());
    add(
        "a performance",
        video("act_two")
            .firstFrame(PICTURE)
            .source(FILM)
            .aspectRatio("1:1")
            .option("bodyControl", true)
            .option("expressionIntensity", 4)
            .build());
    add(
        "a character that is a video",
        video("act_two")
            .source(FILM)
            .option(
                "character",
                new TreeMap<>(Map.of("type", "video", "uri", "https://pics.example/c.mp4")))
            .build());
    add("more light", video("ruby").source(FILM).outputFormat("hlg").build());
    add("a model that is not listed", video("gen5").prompt("a boat").duration(five).build());
    calls.check("RunwayCalls.videos.http");
  }

  @Test
  void pictures() {
    add("the least", image("gen4_image").width(1024).height(1024).build());
    add("a shape and a class", image("gen4_image").aspectRatio("16:9").resolution("720p").build());
    add(
        "tags",
        image("gen4_image_turbo")
            .aspectRatio("1:1")
            .resolution("1080p")
            .seed(7L)
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
            .option("tags", List.of("boat"))
            .option("publicFigureThreshold", "auto")
            .build());
    add(
        "all of GPT Image",
        image("gpt_image_2")
            .width(3840)
            .height(2160)
            .quality("low")
            .background("transparent")
            .count(3)
            .build());
    add("a size of its own choice", image("gpt_image_2_5_flare").quality("xhigh").build());
    add(
        "what references show",
        image("gemini_image3_pro")
            .width(1024)
            .height(1024)
            .count(4)
            .reference(Reference.of(PICTURE, Reference.Role.CHARACTER))
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(PICTURE, Reference.Role.STYLE))
            .build());
    add(
        "seedream",
        image("seedream5_pro")
            .resolution("2k")
            .count(2)
            .outputFormat("jpeg")
            .reference(Reference.of(PICTURE))
            .option("grounding", true)
            .build());
    add("muse", image("muse_image").outputFormat("webp").build());
    add("larger", upscale("magnific_precision_upscaler_v2").source(PICTURE).scale(4.0).build());
    add(
        "a larger video",
        upscale("magnific_video_upscaler_creative")
            .source(FILM)
            .resolution("4k")
            .option("creativity", 30)
            .option("flavor", "natural")
            .build());
    add("more frames", upscale("enhance_frame_rate").source(FILM).fps(60).build());
    add(
        "an odd rate",
        upscale("enhance_frame_rate").source(FILM).option("targetFramerate", "23_98").build());
    calls.check("RunwayCalls.pictures.http");
  }

  @Test
  void sounds() {
    add(
        "all of a voice",
        speech("eleven_v3")
            .voice("Maya")
            .language("en")
            .speed(1.1)
            .seed(1L)
            .option("stability", 0.5)
            .option("style", 0.3)
            .build());
    add("a voice", speech("eleven_multilingual_v2").voice("Noah").build());
    add("no voice", speech("eleven_multilingual_v2").build());
    add("a voice of its own choice", speech("seed_audio").outputFormat("opus").build());
    add("a voice like another", speech("seed_audio").voiceSample(SOUND).build());
    add(
        "an effect",
        sound("eleven_text_to_sound_v2")
            .prompt("gulls")
            .duration(Duration.ofMillis(2500))
            .loop(true)
            .build());
    add("an effect of another model", sound("seed_audio").prompt("gulls").build());
    add(
        "another voice",
        sound("eleven_multilingual_sts_v2")
            .source(FILM)
            .option("media_type", "video")
            .option("voice", "Maya")
            .option("removeBackgroundNoise", true)
            .build());
    add(
        "another language",
        sound("eleven_voice_dubbing").source(SOUND).option("targetLang", "de").build());
    add(
        "a voice alone",
        sound("eleven_voice_isolation")
            .source(MediaSource.bytes(Samples.mp3(), "audio/mpeg"))
            .build());
    calls.check("RunwayCalls.sounds.http");
  }

  @Test
  void refusals() {
    Duration five = Duration.ofSeconds(5);
    add("no frame", video("gen4_turbo").prompt("a boat").aspectRatio("16:9").build());
    add("no length", video("gen4.5").prompt("a boat").aspectRatio("16:9").build());
    add("no shape", video("gen4.5").prompt("a boat").duration(five).build());
    add(
        "a shape that needs a frame",
        video("gen4.5").prompt("a boat").aspectRatio("1:1").duration(five).build());
    add("five seconds", video("veo3.1").prompt("a").aspectRatio("16:9").duration(five).build());
    add("a last frame alone", video("veo3.1").lastFrame(PICTURE).aspectRatio("16:9").build());
    add(
        "frames and references",
        video("hailuo3")
            .prompt("a boat")
            .firstFrame(PICTURE)
            .reference(Reference.of(PICTURE))
            .build());
    add(
        "a shape of 4k only",
        video("seedance2_fast").prompt("a").aspectRatio("1:1").resolution("4k").build());
    add("a size class alone", video("seedance2").prompt("a boat").resolution("720p").build());
    add(
        "an edit of five seconds",
        video("seedance2_5")
            .source(FILM)
            .prompt("on")
            .option("mode", "edit")
            .duration(five)
            .build());
    add(
        "wan with a frame and a shape",
        video("wan3")
            .prompt("a")
            .firstFrame(PICTURE)
            .aspectRatio("1:1")
            .resolution("720p")
            .build());
    add(
        "a class without the shape",
        image("gen4_image").aspectRatio("21:9").resolution("1080p").build());
    add("no references", image("gen4_image_turbo").width(720).height(720).build());
    add("a size that is none", image("gen4_image").width(848).height(480).build());
    add("no background", image("gpt_image_2_5_flare").background("transparent").build());
    add("no language", sound("eleven_voice_dubbing").source(SOUND).build());
    add("a larger thing of unknown kind", upscale("bigger").source(PICTURE).build());
    calls.check("RunwayCalls.refusals.http");
  }
}
