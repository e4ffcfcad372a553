// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.speech;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a speech file tells of itself.
 *
 * @param text what is said
 * @param seconds how long it takes
 */
record SpeechNote(String text, double seconds) {
  private static final String MARK = "sketch-speech:";

  static String write(String text) {
    return MARK + text;
  }

  /** Reads the note of a WAV file that this worker made; empty for any other file. */
  static Optional<SpeechNote> read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < 12 || !tag(file, 0).equals("RIFF") || !tag(file, 8).equals("WAVE")) {
      return Optional.empty();
    }
    String text = "";
    double bytesPerSecond = 32_000;
    double seconds = 0;
    for (int at = 12; at + 8 <= file.length; ) {
      int size = Math.max(0, Math.min(in.getInt(at + 4), file.length - at - 8));
      switch (tag(file, at)) {
        case "fmt " -> bytesPerSecond = size >= 12 ? in.getInt(at + 16) : bytesPerSecond;
        case "LIST" -> text = comment(file, in, at + 12, at + 8 + size);
        case "data" -> seconds = size / bytesPerSecond;
        default -> {}
      }
      at += 8 + size + size % 2;
    }
    return text.startsWith(MARK)
        ? Optional.of(new SpeechNote(text.substring(MARK.length()), seconds))
        : Optional.empty();
  }

  private static String comment(byte[] file, ByteBuffer in, int from, int to) {
    for (int at = from; at + 8 <= to; ) {
      int size = Math.max(0, Math.min(in.getInt(at + 4), to - at - 8));
      if (tag(file, at).equals("ICMT") && size > 0) {
        return new String(file, at + 8, size - 1, UTF_8);
      }
      at += 8 + size + size % 2;
    }
    return "";
  }

  private static String tag(byte[] file, int at) {
    return new String(file, at, 4, US_ASCII);
  }
}
