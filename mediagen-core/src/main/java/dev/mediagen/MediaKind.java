// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.internal.json.RequestCodec;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of media a request can ask for; one request and one result type belong to each. */
public enum MediaKind {
  /** Raster and vector pictures, made from a prompt or edited. */
  IMAGE,
  /** Moving pictures, with or without sound. */
  VIDEO,
  /** Songs and instrumentals. */
  MUSIC,
  /** A text, spoken. */
  SPEECH,
  /** Sound effects and atmospheres. */
  SOUND,
  /** Speech to text. */
  TRANSCRIPT,
  /** Masks of the things in a picture. */
  SEGMENT,
  /** A larger or cleaner version of a picture or a video. */
  UPSCALE,
  /** Three-dimensional models. */
  MODEL3D;

  /** The lower-case word used in JSON and on command lines, for example {@code image}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of requests for this kind; its accessors are the portable parameters and inputs. */
  public Class<? extends MediaRequest<?>> requestType() {
    return RequestCodec.type(this);
  }

  /** Reads {@link #word()}, in any case. */
  public static MediaKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequestException.of(
                    "kind", word, Arrays.stream(values()).map(MediaKind::word).toList()));
  }
}
