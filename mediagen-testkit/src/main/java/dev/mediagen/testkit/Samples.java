// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tiny media for tests: real files of their kinds, made here. */
public final class Samples {
  private Samples() {}

  /** A PNG of one grey pixel. */
  public static byte[] png() {
    return Base64.getDecoder()
        .decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5E"
                + "rkJggg==");
  }

  /** A WAV of a tenth of a second of silence, mono, 8 kHz, 16 bits. */
  public static byte[] wav() {
    int samples = 800;
    ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
    return wav.array();
  }

  /** The beginning of an MP4: enough to be recognised, not to be played. */
  public static byte[] mp4() {
    ByteBuffer mp4 = ByteBuffer.allocate(24);
    mp4.putInt(24).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).putInt(512);
    mp4.put("isommp41".getBytes(StandardCharsets.US_ASCII));
    return mp4.array();
  }

  /** The beginning of an MP3: enough to be recognised, not to be played. */
  public static byte[] mp3() {
    byte[] mp3 = new byte[64];
    System.arraycopy("ID3".getBytes(StandardCharsets.US_ASCII), 0, mp3, 0, 3);
    mp3[3] = 4;
    return mp3;
  }
}
