// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpCall.BinaryText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes out of JSON while it passes: the text under each of the declared field names is
 * decoded in bulk, and a string with its number, from 0, is passed on in its place. A JSON parser
 * would decode character by character, or hold the text in memory. Needs memory for one chunk,
 * whatever the size. Expects UTF-8, as JSON between systems has to be. Not thread-safe.
 */
final class BinaryFields extends InputStream {
  private enum Place {
    /** Outside of strings. */
    BETWEEN,
    /** In a string that is passed on. */
    STRING,
    /** In a string that is decoded. */
    BYTES
  }

  private final InputStream in;
  private final Map<String, BinaryText> fields;
  private final long maxBytes;
  private final List<Blob> blobs = new ArrayList<>();
  private final byte[] buffer = new byte[64 * 1024];
  private final Escapes escapes = new Escapes();
  private final Name name;
  private byte[] instead = new byte[0];
  private int insteadAt;
  private int at;
  private int limit;
  private Place place = Place.BETWEEN;
  private boolean colon;
  private @Nullable TextDecoder decoder;

  BinaryFields(InputStream in, Map<String, BinaryText> fields, long maxBytes) {
    this.in = in;
    this.fields = fields;
    this.maxBytes = maxBytes;
    this.name = new Name(fields.keySet());
  }

  /** The bytes that a string of the JSON that came out stands for. */
  Blob blob(String number) {
    int index = Integer.parseInt(number);
    if (index >= blobs.size()) {
      throw new IllegalArgumentException("no bytes: " + number);
    }
    return blobs.get(index);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (insteadAt < instead.length) {
        int n = Math.min(length, instead.length - insteadAt);
        System.arraycopy(instead, insteadAt, out, offset, n);
        insteadAt += n;
        return n;
      }
      if (at == limit && !more()) {
        return -1;
      }
      if (place == Place.BYTES) {
        decode();
      } else {
        int n = pass(out, offset, length);
        if (n > 0) {
          return n;
        }
      }
    }
  }

  /** Fills the buffer; false when there is nothing more. */
  private boolean more() throws IOException {
    at = 0;
    // Almost all of a large reply passes here, and need not come through the buffer.
    int n = decoder != null && !escapes.isOpen() ? decoder.read(in, buffer) : in.read(buffer);
    limit = Math.max(n, 0);
    return n >= 0;
  }

  /** Passes bytes on until there is no room, nothing more, or something to decode. */
  private int pass(byte[] out, int offset, int length) {
    int n = 0;
    while (n < length && at < limit) {
      byte b = buffer[at];
      if (place == Place.STRING) {
        if (escapes.takes(b)) {
          name.add(b);
        } else if (b == '"') {
          place = Place.BETWEEN;
          name.end();
        } else {
          name.add(b);
        }
      } else if (b == '"') {
        BinaryText encoding = colon ? fields.get(name.text()) : null;
        colon = false;
        if (encoding != null) {
          at++;
          place = Place.BYTES;
          decoder = new TextDecoder(encoding, maxBytes);
          return n;
        }
        place = Place.STRING;
        name.begin();
      } else if (b == ':') {
        colon = name.ended();
      } else if (b > ' ') {
        colon = false;
        name.forget();
      }
      out[offset + n++] = b;
      at++;
    }
    return n;
  }

  private void decode() throws IOException {
    TextDecoder to = decoder;
    if (to == null) {
      throw new IllegalStateException("there is nothing to decode");
    }
    while (at < limit) {
      int plain = escapes.isOpen() ? at : TextDecoder.endOfPlain(buffer, at, limit);
      to.write(buffer, at, plain - at);
      at = plain;
      if (at == limit) {
        return;
      }
      byte b = buffer[at++];
      if (!escapes.takes(b)) {
        blobs.add(to.end());
        decoder = null;
        place = Place.BETWEEN;
        name.forget();
        instead =
            ('"' + String.valueOf(blobs.size() - 1) + '"').getBytes(StandardCharsets.US_ASCII);
        insteadAt = 0;
        return;
      }
      if (!escapes.isOpen()) {
        to.write(escapes.character());
      }
    }
  }

  /** Leaves nothing behind of a field that did not end. */
  @Override
  public void close() throws IOException {
    if (decoder != null) {
      decoder.discard();
    }
    in.close();
  }

  /** Follows an escape from its backslash to its end. */
  private static final class Escapes {
    /** What is no escape; no text for bytes has it, and a parser refuses it for itself. */
    private static final char NONE = '\uffff';

    private int left;
    private int unit;
    private boolean open;

    boolean isOpen() {
      return open;
    }

    /** Whether a byte of a string belongs to an escape. */
    boolean takes(byte b) {
      if (!open) {
        open = b == '\\';
        left = -1;
        return open;
      }
      if (left < 0) {
        left = b == 'u' ? 4 : 0;
        unit = b == 'u' ? 0 : plain(b);
      } else {
        int digit = Character.digit(b, 16);
        unit = digit < 0 ? NONE : unit << 4 | digit;
        left--;
      }
      open = left > 0;
      return true;
    }

    /** The character that the escape which just ended stands for. */
    char character() {
      return (char) unit;
    }

    private static char plain(byte b) {
      return switch (b) {
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'b' -> '\b';
        case 'f' -> '\f';
        case '"', '\\', '/' -> (char) b;
        default -> NONE;
      };
    }
  }

  /** The last string, as far as it may be the name of a field that matters. */
  private static final class Name {
    /** An escape is six bytes for one character. */
    private static final int LONGEST_CHARACTER = 6;

    private final byte[] bytes;
    private int length;
    private boolean ended;

    Name(Iterable<String> names) {
      int longest = 0;
      for (String one : names) {
        longest = Math.max(longest, one.length());
      }
      bytes = new byte[longest * LONGEST_CHARACTER];
    }

    void begin() {
      length = 0;
      ended = false;
    }

    void add(byte b) {
      if (length < bytes.length) {
        bytes[length] = b;
      }
      length++;
    }

    void end() {
      ended = true;
    }

    boolean ended() {
      return ended;
    }

    void forget() {
      ended = false;
    }

    String text() {
      if (length > bytes.length) {
        return "";
      }
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      return text.indexOf('\\') < 0 ? text : unescaped(text);
    }

    private static String unescaped(String text) {
      StringBuilder plain = new StringBuilder();
      Escapes escapes = new Escapes();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) > 127 || !escapes.takes((byte) text.charAt(i))) {
          plain.append(text.charAt(i));
        } else if (!escapes.isOpen()) {
          plain.append(escapes.character());
        }
      }
      return plain.toString();
    }
  }
}
