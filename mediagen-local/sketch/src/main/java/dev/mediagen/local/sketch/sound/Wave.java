// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A WAV file of 16-bit samples, with an optional comment inside. */
public final class Wave {
  private Wave() {}

  /**
   * The bytes of a file.
   *
   * @param samples interleaved by channel
   * @param comment kept in the file's ICMT chunk; empty for none
   */
  public static byte[] file(short[] samples, int channels, int rate, String comment) {
    byte[] text = comment.getBytes(UTF_8);
    int textRoom = text.length + 1 + (text.length + 1) % 2;
    int infoRoom = text.length == 0 ? 0 : 8 + 4 + 8 + textRoom;
    int dataRoom = samples.length * 2;
    ByteBuffer out = ByteBuffer.allocate(44 + infoRoom + dataRoom).order(ByteOrder.LITTLE_ENDIAN);
    tag(out, "RIFF").putInt(36 + infoRoom + dataRoom);
    tag(tag(out, "WAVE"), "fmt ").putInt(16).putShort((short) 1).putShort((short) channels);
    out.putInt(rate).putInt(rate * channels * 2);
    out.putShort((short) (channels * 2)).putShort((short) 16);
    if (text.length > 0) {
      tag(out, "LIST").putInt(infoRoom - 8);
      tag(tag(out, "INFO"), "ICMT").putInt(text.length + 1);
      out.put(text).put(new byte[textRoom - text.length]);
    }
    tag(out, "data").putInt(dataRoom);
    out.asShortBuffer().put(samples);
    return out.array();
  }

  private static ByteBuffer tag(ByteBuffer out, String name) {
    return out.put(name.getBytes(UTF_8));
  }
}
