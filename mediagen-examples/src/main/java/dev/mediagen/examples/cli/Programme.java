// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.model3d.Model3dRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.segment.Point;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.upscale.UpscaleRequest;
import dev.mediagen.video.VideoRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the demo makes: whatever needs nothing else at once, the rest as soon as it can begin. */
final class Programme {
  /** Nobody should take sketches for the work of a model. */
  static final String NOTE =
      "The local/sketch models draw, play and speak by rule, in the process. They are no AI models.";

  private static final String VECTOR = "local/sketch-vector";

  private Programme() {}

  /**
   * One piece of it.
   *
   * @param title what it is called on the page
   * @param caption what was asked for
   * @param model who was asked
   * @param made what came out, or why nothing did
   */
  record Piece(
      String title, String caption, ModelId model, CompletableFuture<? extends Made<?>> made) {

    /** The piece on the contact sheet; it has ended. */
    Exhibit exhibit() {
      try {
        return Exhibit.of(title, caption, made.join());
      } catch (CompletionException e) {
        return Exhibit.failed(title, caption, model, Failures.message(e));
      }
    }
  }

  static List<Piece> start(Studio studio, String prompt) {
    var image =
        studio.make(
            "image",
            ImageRequest.builder()
                .model(model(MediaKind.IMAGE))
                .prompt(prompt)
                .aspectRatio("16:9")
                .build());
    var vector =
        studio.make(
            "vector",
            ImageRequest.builder().model(VECTOR).prompt(prompt).aspectRatio("16:9").build());
    var video =
        studio.make(
            "video", VideoRequest.builder().model(model(MediaKind.VIDEO)).prompt(prompt).build());
    var music =
        studio.make(
            "music", MusicRequest.builder().model(model(MediaKind.MUSIC)).prompt(prompt).build());
    var speech =
        studio.make(
            "speech", SpeechRequest.builder().model(model(MediaKind.SPEECH)).text(prompt).build());
    var sound =
        studio.make(
            "sound", SoundRequest.builder().model(model(MediaKind.SOUND)).prompt(prompt).build());
    var solid =
        studio.make(
            "model3d",
            Model3dRequest.builder().model(model(MediaKind.MODEL3D)).prompt(prompt).build());

    // An output is an input as it is: nothing has to be saved and read again in between.
    var transcript =
        speech.thenCompose(
            spoken ->
                studio.make(
                    "transcript",
                    TranscriptRequest.builder()
                        .model(model(MediaKind.TRANSCRIPT))
                        .source(MediaSource.asset(spoken.result().audio()))
                        .build()));
    var masks =
        image.thenCompose(
            drawn ->
                studio.make(
                    "segment",
                    SegmentRequest.builder()
                        .model(model(MediaKind.SEGMENT))
                        .source(MediaSource.asset(drawn.result().image()))
                        .point(skyOf(drawn.result().image()))
                        .build()));
    var larger =
        image.thenCompose(
            drawn ->
                studio.make(
                    "upscale",
                    UpscaleRequest.builder()
                        .model(model(MediaKind.UPSCALE))
                        .source(MediaSource.asset(drawn.result().image()))
                        .build()));
    return List.of(
        new Piece("Image", prompt, ModelId.of(model(MediaKind.IMAGE)), image),
        new Piece("Video", prompt, ModelId.of(model(MediaKind.VIDEO)), video),
        new Piece("Vector", prompt, ModelId.of(VECTOR), vector),
        new Piece("Upscale", "the image, larger", ModelId.of(model(MediaKind.UPSCALE)), larger),
        new Piece(
            "Mask",
            "around a point in the upper middle",
            ModelId.of(model(MediaKind.SEGMENT)),
            masks),
        new Piece("3D model", prompt, ModelId.of(model(MediaKind.MODEL3D)), solid),
        new Piece("Music", prompt, ModelId.of(model(MediaKind.MUSIC)), music),
        new Piece("Sound", prompt, ModelId.of(model(MediaKind.SOUND)), sound),
        new Piece("Speech", "“" + prompt + "”", ModelId.of(model(MediaKind.SPEECH)), speech),
        new Piece(
            "Transcript",
            "what is said in the speech",
            ModelId.of(model(MediaKind.TRANSCRIPT)),
            transcript));
  }

  /** A point in the upper middle. */
  private static Point skyOf(MediaAsset picture) {
    return Point.on(picture.width().orElse(512) / 2, picture.height().orElse(512) / 5);
  }

  private static String model(MediaKind kind) {
    return Kinds.defaultModel(kind);
  }
}
