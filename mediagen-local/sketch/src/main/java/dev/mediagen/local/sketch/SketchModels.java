// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import dev.mediagen.local.sketch.film.VideoSketch;
import dev.mediagen.local.sketch.model.Rehearsal;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.picture.ImageSketch;
import dev.mediagen.local.sketch.picture.SegmentSketch;
import dev.mediagen.local.sketch.picture.UpscaleSketch;
import dev.mediagen.local.sketch.picture.VectorSketch;
import dev.mediagen.local.sketch.solid.SolidSketch;
import dev.mediagen.local.sketch.sound.MusicSketch;
import dev.mediagen.local.sketch.sound.SoundSketch;
import dev.mediagen.local.sketch.speech.SpeechSketch;
import dev.mediagen.local.sketch.speech.TranscriptSketch;
import java.util.List;
import java.util.stream.Stream;

/** The models of the worker, in the order in which they are listed. */
final class SketchModels {
  private SketchModels() {}

  static List<SketchModel> all() {
    return Stream.of(
            new ImageSketch(),
            new VectorSketch(),
            new VideoSketch(),
            new MusicSketch(),
            new SpeechSketch(),
            new SoundSketch(),
            new SegmentSketch(),
            new UpscaleSketch(),
            new TranscriptSketch(),
            new SolidSketch())
        .<SketchModel>map(Rehearsal::new)
        .toList();
  }
}
