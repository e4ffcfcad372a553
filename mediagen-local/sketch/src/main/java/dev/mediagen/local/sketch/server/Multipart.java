// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mediagen.local.sketch.model.Media;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds one field in a multipart/form-data body. */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("form-data;.*\\bname=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);

  private Multipart() {}

  static Optional<Media> field(byte[] body, String contentType, String wanted) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      return Optional.empty();
    }
    String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    byte[] border = ("--" + mark).getBytes(ISO_8859_1);
    byte[] gap = "\r\n\r\n".getBytes(ISO_8859_1);
    int at = find(body, border, 0);
    while (at >= 0) {
      int start = at + border.length;
      int end = find(body, border, start);
      int blank = find(body, gap, start);
      if (end < 0 || blank < 0 || blank > end) {
        return Optional.empty();
      }
      String head = new String(body, start, blank - start, ISO_8859_1);
      Matcher name = NAME.matcher(head);
      if (name.find() && name.group(1).equals(wanted)) {
        int from = blank + gap.length;
        return Optional.of(
            new Media(Arrays.copyOfRange(body, from, Math.max(from, end - 2)), type(head)));
      }
      at = end;
    }
    return Optional.empty();
  }

  private static String type(String head) {
    for (String line : head.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
        return line.substring("content-type:".length()).strip();
      }
    }
    return "application/octet-stream";
  }

  private static int find(byte[] in, byte[] wanted, int from) {
    for (int at = from; at + wanted.length <= in.length; at++) {
      if (in[at] == wanted[0]
          && Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
