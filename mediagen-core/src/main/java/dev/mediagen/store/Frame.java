// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a journal: a record that is kept under an id, or an id that is forgotten.
 *
 * <p>In the file: the length of the body (4 bytes), its CRC-32C (4 bytes), and the body: the kind
 * (1 byte), the length of the id (2 bytes), the id and the JSON. The checksum spans the length too.
 * JSON and ids have no zero bytes, and each length begins with one: so no frame is found inside
 * another when a reader looks for the next whole one after damage.
 */
final class Frame {
  /** The most bytes a frame may take: what is longer is no record, but a length that is damaged. */
  static final int MAX_SIZE = 1 << 20;

  /** The bytes before the body. */
  static final int HEAD = 8;

  private static final int BODY_HEAD = 3;
  private static final int MAX_ID_BYTES = 1024;
  private static final byte KEEP = 1;
  private static final byte FORGET = 2;
  private static final byte[] NOTHING = {};

  private final byte kind;
  private final String id;
  private final byte[] json;

  private Frame(byte kind, String id, byte[] json) {
    this.kind = kind;
    this.id = id;
    this.json = json;
    if (size() > MAX_SIZE || id.getBytes(UTF_8).length > MAX_ID_BYTES) {
      throw new IllegalArgumentException(
          "a record of "
              + size()
              + " bytes with an id of "
              + id.length()
              + " characters: a journal takes at most "
              + MAX_SIZE
              + " bytes, "
              + MAX_ID_BYTES
              + " of them for the id");
    }
  }

  /**
   * The frame that keeps a record.
   *
   * @throws IllegalArgumentException if it is too long for a frame
   */
  static Frame keep(String id, byte[] json) {
    return new Frame(KEEP, id, json);
  }

  /**
   * The frame that forgets what was kept under an id.
   *
   * @throws IllegalArgumentException if nothing can be kept under it
   */
  static Frame forget(String id) {
    return new Frame(FORGET, id, NOTHING);
  }

  boolean keeps() {
    return kind == KEEP;
  }

  String id() {
    return id;
  }

  /** The record, not copied. */
  byte[] json() {
    return json;
  }

  /** The bytes this frame takes in the file. */
  int size() {
    return size(id, json);
  }

  static int size(String id, byte[] json) {
    return HEAD + BODY_HEAD + id.getBytes(UTF_8).length + json.length;
  }

  void writeTo(ByteBuffer to) {
    int start = to.position();
    byte[] name = id.getBytes(UTF_8);
    to.putInt(BODY_HEAD + name.length + json.length).putInt(0);
    to.put(kind).putShort((short) name.length).put(name).put(json);
    to.putInt(start + 4, checksum(to, start, to.position()));
  }

  /** The size that the frame which begins here claims to have; -1 when no frame has it. */
  static int claimedSize(ByteBuffer from) {
    int body = from.getInt(from.position());
    return body < BODY_HEAD || body > MAX_SIZE - HEAD ? -1 : HEAD + body;
  }

  /** The frame of a size that begins here, or null when these bytes are none. */
  static @Nullable Frame read(ByteBuffer from, int size) {
    int start = from.position();
    if (from.getInt(start + 4) != checksum(from, start, start + size)) {
      return null;
    }
    byte kind = from.get(start + HEAD);
    int nameLength = Short.toUnsignedInt(from.getShort(start + HEAD + 1));
    int rest = size - HEAD - BODY_HEAD - nameLength;
    if ((kind != KEEP && kind != FORGET) || nameLength > MAX_ID_BYTES || rest < 0) {
      return null;
    }
    byte[] name = new byte[nameLength];
    byte[] json = new byte[rest];
    from.get(start + HEAD + BODY_HEAD, name).get(start + size - rest, json);
    return new Frame(kind, new String(name, UTF_8), json);
  }

  private static int checksum(ByteBuffer bytes, int start, int end) {
    CRC32C sum = new CRC32C();
    sum.update(bytes.slice(start, 4));
    sum.update(bytes.slice(start + HEAD, end - start - HEAD));
    return (int) sum.getValue();
  }
}
