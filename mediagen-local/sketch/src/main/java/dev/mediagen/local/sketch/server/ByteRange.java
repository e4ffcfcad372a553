// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a file: the first byte and the number of bytes. */
record ByteRange(int from, int length) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  /**
   * The part that a Range header asks for; empty if it is none that is understood, which means the
   * whole file.
   *
   * @throws Refusal 416 if it lies outside the file
   */
  static Optional<ByteRange> read(String header, int size) {
    Matcher form = FORM.matcher(header.strip());
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return Optional.empty();
    }
    boolean suffix = form.group(1).isEmpty();
    int last = form.group(2).isEmpty() || suffix ? size - 1 : Integer.parseInt(form.group(2));
    int from =
        suffix
            ? Math.max(0, size - Integer.parseInt(form.group(2)))
            : Integer.parseInt(form.group(1));
    if (from >= size || last < from) {
      throw Refusal.of(
          416, "invalid_range", "Range was '" + header + "'; the file has " + size + " bytes");
    }
    return Optional.of(new ByteRange(from, Math.min(last, size - 1) - from + 1));
  }

  String contentRange(int size) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
