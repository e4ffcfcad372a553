// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Cost;
import dev.mediagen.image.ImageResult;
import dev.mediagen.internal.json.ValueCodec;
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

/** All that is known of finished jobs: what a result of any kind can hold. */
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

  /** The result of a kind, which takes of the facts what it has an attribute for. */
  MediaResult as(MediaKind kind) {
    return ValueCodec.from(this, type(kind));
  }

  private static Class<? extends MediaResult> type(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> ImageResult.class;
      case VIDEO -> VideoResult.class;
      case MUSIC -> MusicResult.class;
      case SPEECH -> SpeechResult.class;
      case SOUND -> SoundResult.class;
      case TRANSCRIPT -> TranscriptResult.class;
      case SEGMENT -> SegmentResult.class;
      case UPSCALE -> UpscaleResult.class;
      case MODEL3D -> Model3dResult.class;
    };
  }
}
