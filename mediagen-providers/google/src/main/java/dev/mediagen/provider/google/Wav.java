// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import dev.mediagen.spi.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bare samples, 16 bits each and one channel, with the header that makes a file of them. */
final class Wav {
  private static final int HEADER = 44;
  private static final Pattern RATE = Pattern.compile("rate=([0-9]{1,6})");

  private Wav() {}

  /**
   * The samples as a WAV file.
   *
   * @param mediaType such as {@code audio/L16;codec=pcm;rate=24000}, which is also the usual rate
   */
  static Blob of(Blob samples, String mediaType) {
    Matcher rate = RATE.matcher(mediaType);
    byte[] header = header(samples.size(), rate.find() ? Integer.parseInt(rate.group(1)) : 24_000);
    return new Blob() {
      @Override
      public long size() {
        return HEADER + samples.size();
      }

      @Override
      public InputStream open() throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(header), samples.open());
      }
    };
  }

  private static byte[] header(long size, int rate) {
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt((int) (HEADER - 8 + size))
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(rate)
        .putInt(rate * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put(ascii("data"))
        .putInt((int) size)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
