// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.video;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.Reference;
import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A video to be made from a prompt and frames, or an edit or extension of {@link #source()}.
 * Immutable.
 */
@Value.Immutable
@ImmutableStyle
public interface VideoRequest extends MediaRequest<VideoResult> {
  /** What to make, in words. Most models need one. */
  Optional<String> prompt();

  /** What to avoid, in words. */
  Optional<String> negativePrompt();

  /** How long it plays. */
  Optional<Duration> duration();

  /** Width to height, as {@code w:h}. */
  Optional<String> aspectRatio();

  /** The size class in the words of the catalogue, for example {@code 1080p}, {@code 2K}. */
  Optional<String> resolution();

  /** The width in pixels. */
  Optional<Integer> width();

  /** The height in pixels. */
  Optional<Integer> height();

  /** Frames per second. */
  Optional<Integer> fps();

  /** Whether sound is made too. */
  Optional<Boolean> audio();

  /** How many outputs; more than one call gives are split into several jobs, each billed. */
  Optional<Integer> count();

  /** The seed, for repeatable results where the model allows it. */
  Optional<Long> seed();

  /** How many denoising steps. */
  Optional<Integer> steps();

  /** How closely to follow the prompt, on the model's own scale. */
  Optional<Double> guidance();

  /** The quality class in the words of the catalogue, for example {@code high}. */
  Optional<String> quality();

  /** A style in the words of the catalogue. */
  Optional<String> style();

  /** The file format, for example {@code mp4}, {@code webm}. */
  Optional<String> outputFormat();

  /** The picture it begins with. */
  Optional<MediaSource> firstFrame();

  /** The picture it ends with. */
  Optional<MediaSource> lastFrame();

  /** Pictures that guide the model, each with its role. */
  List<Reference> references();

  /** The video that is edited or extended. */
  Optional<MediaSource> source();

  /** Where to edit: white is changed. */
  Optional<MediaSource> mask();

  /** The sound it is made to, for lip-sync and dance. */
  Optional<MediaSource> soundtrack();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.VIDEO;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link VideoRequest}. Not thread-safe. */
  class Builder extends ImmutableVideoRequest.Builder {
    Builder() {}

    /** The model as {@code provider/model}. */
    public Builder model(String id) {
      return model(ModelId.of(id));
    }

    /** Adds a model to ask next when the ones before cannot serve. */
    public Builder fallback(String id) {
      return fallback(ModelId.of(id));
    }
  }
}
