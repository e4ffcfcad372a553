// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;
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

/** What goes to ElevenLabs, pinned call by call. */
class ElevenLabsCallsTest {
  private static final MediaSource BYTES = MediaSource.bytes(Samples.wav(), "audio/wav");
  private static final MediaSource URL = MediaSource.url("https://talks.example/a.mp3");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new ElevenLabsProvider());
  @TempDir Path folder;

  private static SpeechRequest.Builder speech(String model) {
    return SpeechRequest.builder().model("elevenlabs/" + model).text("Hello").voice("v1");
  }

  private static SoundRequest.Builder sound(String model) {
    return SoundRequest.builder().model("elevenlabs/" + model);
  }

  private static MusicRequest.Builder music(String model) {
    return MusicRequest.builder().model("elevenlabs/" + model);
  }

  private static TranscriptRequest.Builder transcript() {
    return TranscriptRequest.builder().model("elevenlabs/scribe_v2").source(BYTES);
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void speech() {
    add("the least", speech("eleven_multilingual_v2").build());
    add(
        "every parameter",
        speech("eleven_v3")
            .language("pt-BR")
            .speed(1.1)
            .seed(7L)
            .outputFormat("wav")
            .option("stability", 0.5)
            .option("similarity_boost", 0.75)
            .option("voice_style", 0.0)
            .option("use_speaker_boost", true)
            .option("apply_text_normalization", "auto")
            .option("previous_text", "before")
            .option("next_text", "after")
            .option("enable_logging", false)
            .option("optimize_streaming_latency", 2)
            .build());
    add(
        "the vendor's own word for a format",
        speech("eleven_v4").outputFormat("opus_48000_32").build());
    add(
        "a dictionary and effects",
        speech("eleven_flash_v2_5")
            .option(
                "pronunciation_dictionary_locators",
                List.of(
                    new TreeMap<>(Map.of("pronunciation_dictionary_id", "d1", "version_id", "1"))))
            .option("previous_request_ids", List.of("r1"))
            .option("audio_effects", new TreeMap<>(Map.of("distance", 0.5, "pan", -1)))
            .build());
    add("an old model", speech("eleven_turbo_v2").build());
    add("a voice that is no path", speech("eleven_flash_v2").voice("a b/../c?d").build());
    add("a model that is not listed", speech("eleven_v5").outputFormat("mp3").build());
    add("no voice", SpeechRequest.builder().model("elevenlabs/eleven_v3").text("Hello").build());
    add("a language that is not taken", speech("eleven_multilingual_v2").language("en").build());
    add(
        "a model without stitching",
        speech("eleven_v3").option("next_request_ids", List.of("r")).build());
    add("a format that is not made", speech("eleven_v3").outputFormat("flac").build());
    add("a text that is too long", speech("eleven_v3").text("a".repeat(5001)).build());
    add("a model that is gone", speech("eleven_multilingual_v1").build());
    calls.check("ElevenLabsCalls.speech.http");
  }

  @Test
  void sounds() throws IOException {
    Path file = Files.write(folder.resolve("talk.wav"), Samples.wav());
    add("the least", sound("eleven_text_to_sound_v2").prompt("gulls").build());
    add(
        "every parameter",
        sound("eleven_text_to_sound_v2")
            .prompt("gulls")
            .duration(Duration.ofMillis(500))
            .loop(true)
            .guidance(0.3)
            .count(2)
            .outputFormat("opus")
            .build());
    add(
        "another voice",
        sound("eleven_multilingual_sts_v2").source(BYTES).option("voice_id", "v1").build());
    add(
        "another voice, with every parameter",
        sound("eleven_english_sts_v2")
            .source(MediaSource.file(file))
            .seed(7L)
            .outputFormat("pcm")
            .option("voice_id", "v1")
            .option("stability", 0.5)
            .option("similarity_boost", 0.75)
            .option("remove_background_noise", true)
            .option("file_format", "other")
            .build());
    add("a voice alone", sound("audio-isolation").source(MediaSource.file(file)).build());
    add("another voice, but whose", sound("eleven_english_sts_v2").source(BYTES).build());
    add(
        "a sound that is too long",
        sound("eleven_text_to_sound_v2").prompt("a").duration(Duration.ofSeconds(31)).build());
    add("a sound as WAV", sound("eleven_text_to_sound_v2").prompt("a").outputFormat("wav").build());
    add("nothing to free a voice from", sound("audio-isolation").build());
    calls.check("ElevenLabsCalls.sounds.http");
  }

  @Test
  void music() {
    add("the least", music("music_v2").prompt("calm piano").build());
    add(
        "an idea with every parameter",
        music("music_v2_5")
            .prompt("calm piano")
            .style("jazz")
            .instrumental(true)
            .duration(Duration.ofSeconds(30))
            .count(2)
            .outputFormat("mp3")
            .option("sign_with_c2pa", true)
            .option("store_for_inpainting", false)
            .option("finetune_id", "f1")
            .build());
    add(
        "words to sing",
        music("music_v2")
            .lyrics("[Verse 1]\nA boat")
            .prompt("calm")
            .style("jazz")
            .negativePrompt("metal")
            .instrumental(false)
            .duration(Duration.ofSeconds(60))
            .seed(7L)
            .build());
    add(
        "a plan",
        music("music_v1")
            .seed(7L)
            .option("respect_sections_durations", true)
            .option(
                "composition_plan",
                new TreeMap<>(
                    Map.of(
                        "positive_global_styles", List.of("jazz"),
                        "negative_global_styles", List.of(),
                        "sections", List.of())))
            .build());
    add("a seed beside an idea", music("music_v2").prompt("a").seed(7L).build());
    add("words of any length", music("music_v2").lyrics("la").build());
    add(
        "words that are too long",
        music("music_v2").lyrics("la").duration(Duration.ofSeconds(121)).build());
    add(
        "words in an instrumental",
        music("music_v2").lyrics("la").duration(Duration.ofSeconds(9)).instrumental(true).build());
    add("words for the first model", music("music_v1").lyrics("la").build());
    add("what to avoid beside an idea", music("music_v2").prompt("a").negativePrompt("b").build());
    add(
        "a plan and an idea",
        music("music_v2").prompt("a").option("composition_plan", Map.of()).build());
    add("nothing", music("music_v2").build());
    add(
        "a song that is too short",
        music("music_v2").prompt("a").duration(Duration.ofSeconds(2)).build());
    calls.check("ElevenLabsCalls.music.http");
  }

  @Test
  void transcripts() throws IOException {
    Path file = Files.write(folder.resolve("talk.wav"), Samples.wav());
    add("the least", transcript().build());
    add("a recording at a URL", transcript().source(URL).build());
    add(
        "every parameter",
        transcript()
            .source(MediaSource.file(file))
            .language("en-GB")
            .timestamps("word")
            .diarize(true)
            .temperature(0.2)
            .outputFormat("text")
            .option("num_speakers", 2)
            .option("tag_audio_events", false)
            .option("keyterms", List.of("kite", "dune"))
            .option("seed", 7)
            .build());
    add(
        "in the background",
        transcript()
            .source(URL)
            .outputFormat("srt")
            .option("webhook", true)
            .option("webhook_id", "w1")
            .option("webhook_metadata", new TreeMap<>(Map.of("job", "42")))
            .build());
    add(
        "channels",
        transcript()
            .option("use_multi_channel", true)
            .option("multichannel_output_style", "separate")
            .build());
    add("in English", transcript().translate(true).build());
    add("names that occur", transcript().prompt("kites").build());
    add("times of passages", transcript().timestamps("segment").build());
    add("a threshold without speakers", transcript().option("diarization_threshold", 0.2).build());
    add("too many speakers", transcript().option("num_speakers", 33).build());
    add("a webhook without one", transcript().option("webhook_id", "w1").build());
    calls.check("ElevenLabsCalls.transcripts.http");
  }
}
