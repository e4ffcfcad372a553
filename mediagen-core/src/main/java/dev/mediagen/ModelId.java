// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.error.InvalidRequestException;
import java.util.Objects;

/**
 * The name of a model: {@code provider/vendor-model-id}, for example {@code fal/fal-ai/flux/dev}.
 * The first segment names the provider; the rest is the vendor's own id, untouched. Immutable.
 */
public final class ModelId {
  private final String provider;
  private final String name;

  private ModelId(String provider, String name) {
    this.provider = provider;
    this.name = name;
  }

  /**
   * Reads {@code provider/model}.
   *
   * @throws InvalidRequestException when there is no provider or no model in the text
   */
  public static ModelId of(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0
        || slash == text.length() - 1
        || text.substring(0, slash).contains(" ")
        || !text.strip().equals(text)
        || text.charAt(slash + 1) == ' '
        || text.chars().anyMatch(c -> c != ' ' && Character.isWhitespace(c))) {
      throw InvalidRequestException.of(
          "model", text, "provider/model, for example local/sketch-image or fal/fal-ai/flux/dev");
    }
    return new ModelId(text.substring(0, slash), text.substring(slash + 1));
  }

  /** The id of the vendor or worker fleet, for example {@code fal}. */
  public String provider() {
    return provider;
  }

  /** The vendor's own model id, for example {@code fal-ai/flux/dev}. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelId that
        && provider.equals(that.provider)
        && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(provider, name);
  }

  @Override
  public String toString() {
    return provider + "/" + name;
  }
}
