// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.internal.media.MediaTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okio.BufferedSource;

/**
 * A page of text where media was announced: a login, a proxy's greeting, an error with HTTP 200.
 */
final class Impostor {
  /** Enough to find the SVG behind a long XML prologue. */
  private static final int HEAD = 2048;

  private static final int SHOWN = 200;

  private Impostor() {}

  /** Throws when the bytes that come are no media, though media was announced. */
  static void refuse(Wanted wanted, BufferedSource body) throws IOException {
    if (!wanted.isMedia()) {
      return;
    }
    body.request(HEAD);
    byte[] head = body.peek().readByteArray(Math.min(HEAD, body.getBuffer().size()));
    Optional<String> type =
        MediaTypes.sniff(head).isPresent() ? Optional.empty() : MediaTypes.sniffText(head);
    boolean drawing = wanted.announced().equals("image/svg+xml");
    if (type.isPresent() && !(drawing && type.get().equals("application/xml"))) {
      String text = new String(head, StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
      throw wanted.unusable(
          "the vendor sent "
              + type.get()
              + " where "
              + wanted.announced()
              + " was announced: "
              + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text));
    }
  }
}
