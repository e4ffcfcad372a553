// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.film;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Moves the index of an MP4 file before its data, so that it plays while it loads, and clears the
 * dates in it, so that the same film has the same bytes.
 */
final class MoovFirst {
  private static final List<String> HOLDERS = List.of("moov", "trak", "mdia", "minf", "stbl");
  private static final List<String> DATED = List.of("mvhd", "tkhd", "mdhd");

  private MoovFirst() {}

  static byte[] arrange(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    int dataAt = 0;
    byte[] moov = {};
    for (int at = 0; at < file.length; ) {
      int size = size(in, at);
      switch (type(file, at)) {
        case "moov" -> moov = Arrays.copyOfRange(file, at, at + size);
        case "ftyp" -> head.write(file, at, size);
        default -> {
          dataAt = rest.size() == 0 ? at : dataAt;
          rest.write(file, at, size);
        }
      }
      at += size;
    }
    shift(ByteBuffer.wrap(moov), 0, moov.length, head.size() + moov.length - dataAt);
    head.writeBytes(moov);
    head.writeBytes(rest.toByteArray());
    return head.toByteArray();
  }

  private static void shift(ByteBuffer boxes, int from, int to, int by) {
    for (int at = from; at + 8 <= to; at += size(boxes, at)) {
      String type = name(boxes, at);
      if (HOLDERS.contains(type)) {
        shift(boxes, at + 8, at + size(boxes, at), by);
      } else if (DATED.contains(type)) {
        int dates = boxes.get(at + 8) == 1 ? 16 : 8;
        boxes.put(at + 12, new byte[dates]);
      } else if (type.equals("stco")) {
        int count = boxes.getInt(at + 12);
        for (int i = 0; i < count; i++) {
          boxes.putInt(at + 16 + i * 4, boxes.getInt(at + 16 + i * 4) + by);
        }
      } else if (type.equals("co64")) {
        int count = boxes.getInt(at + 12);
        for (int i = 0; i < count; i++) {
          boxes.putLong(at + 16 + i * 8, boxes.getLong(at + 16 + i * 8) + by);
        }
      }
    }
  }

  /** The size of a box; a size of 1 means that 64 bits follow the type. */
  private static int size(ByteBuffer in, int at) {
    int size = in.getInt(at);
    return size == 1 ? (int) in.getLong(at + 8) : Math.max(8, size);
  }

  private static String name(ByteBuffer boxes, int at) {
    byte[] name = new byte[4];
    boxes.get(at + 4, name);
    return new String(name, ISO_8859_1);
  }

  private static String type(byte[] file, int at) {
    return new String(file, at + 4, 4, ISO_8859_1);
  }
}
