// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Cost;
import dev.mediagen.image.ImageResult;
import dev.mediagen.model3d.Model3dResult;
import dev.mediagen.music.MusicResult;
import dev.mediagen.segment.SegmentResult;
import dev.mediagen.sound.SoundResult;
import dev.mediagen.speech.SpeechResult;
import dev.mediagen.transcript.TranscriptResult;
import dev.mediagen.transcript.TranscriptSegment;
import dev.mediagen.upscale.UpscaleResult;
import dev.mediagen.video.VideoResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what is known of finished jobs into the result type of their kind. */
final class Results {
  /** All that a result can hold. */
  record Facts(
      ModelId model,
      List<JobHandle> jobs,
      List<MediaAsset> assets,
      List<String> warnings,
      Cost cost,
      Duration elapsed,
      Map<String, Object> metadata,
      String text,
      Optional<String> language,
      List<TranscriptSegment> segments) {

    static Facts of(MediaResult result) {
      TranscriptResult transcript = result instanceof TranscriptResult t ? t : null;
      return new Facts(
          result.model(),
          result.jobs(),
          result.assets(),
          result.warnings(),
          result.cost(),
          result.elapsed(),
          result.metadata(),
          transcript == null ? "" : transcript.text(),
          transcript == null ? Optional.empty() : transcript.language(),
          transcript == null ? List.of() : transcript.segments());
    }

    Facts with(
        List<JobHandle> newJobs,
        List<MediaAsset> newAssets,
        List<String> newWarnings,
        Cost newCost,
        Duration newElapsed) {
      return new Facts(
          model,
          newJobs,
          newAssets,
          newWarnings,
          newCost,
          newElapsed,
          metadata,
          text,
          language,
          segments);
    }
  }

  private Results() {}

  static MediaResult of(MediaKind kind, Facts f) {
    return switch (kind) {
      case IMAGE ->
          ImageResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
      case VIDEO ->
          VideoResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
      case MUSIC ->
          MusicResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
      case SPEECH ->
          SpeechResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
      case SOUND ->
          SoundResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
      case TRANSCRIPT ->
          TranscriptResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .text(f.text())
              .language(f.language())
              .segments(f.segments())
              .build();
      case SEGMENT ->
          SegmentResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
      case UPSCALE ->
          UpscaleResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
      case MODEL3D ->
          Model3dResult.builder()
              .model(f.model())
              .jobs(f.jobs())
              .assets(f.assets())
              .warnings(f.warnings())
              .cost(f.cost())
              .elapsed(f.elapsed())
              .metadata(f.metadata())
              .build();
    };
  }
}
