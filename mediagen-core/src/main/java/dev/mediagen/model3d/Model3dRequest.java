// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.model3d;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.Reference;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A three-dimensional model to be made from a prompt or pictures. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Model3dRequest extends MediaRequest<Model3dResult> {
  /** What to make, in words. Most models need one. */
  Optional<String> prompt();

  /** The picture of the thing, from the front. */
  Optional<MediaSource> source();

  /** Pictures that guide the model, each with its role. */
  List<Reference> references();

  /** How many faces at most. */
  Optional<Integer> faces();

  /** Whether it is textured. */
  Optional<Boolean> texture();

  /** The quality class in the words of the catalogue, for example {@code high}. */
  Optional<String> quality();

  /** The seed, for repeatable results where the model allows it. */
  Optional<Long> seed();

  /** The file format, for example {@code glb}. */
  Optional<String> outputFormat();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.MODEL3D;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link Model3dRequest}. Not thread-safe. */
  class Builder extends ImmutableModel3dRequest.Builder {
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
