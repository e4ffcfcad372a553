// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a journal one after another. Bytes that are no frame are stepped over until
 * the next whole one: damage costs what it hits, and nothing behind it. Not thread-safe.
 */
final class FrameReader {
  private final SeekableByteChannel in;
  private final ByteBuffer window;
  private long position;
  private long end;
  private long skipped;
  private boolean unfinished;

  /** Reads on from where the channel stands. */
  FrameReader(SeekableByteChannel in) throws IOException {
    this.in = in;
    this.position = in.position();
    this.end = position;
    // The longest frame fits wherever in the first half it begins, so a byte is moved about once.
    long size = Math.min(2L * Frame.MAX_SIZE, in.size() - position);
    this.window = ByteBuffer.allocate((int) size).flip();
  }

  /** The next whole frame; null when there is no more. */
  @Nullable Frame next() throws IOException {
    while (holds(Frame.HEAD)) {
      int size = Frame.claimedSize(window);
      boolean whole = size > 0 && holds(size);
      Frame frame = whole ? Frame.read(window, size) : null;
      if (frame != null) {
        skipped += position - end;
        step(size);
        end = position;
        return frame;
      }
      if (position == end) {
        unfinished = size > 0 && !whole;
      }
      step(1);
    }
    if (position == end) {
      unfinished = true;
    }
    step(window.remaining());
    return null;
  }

  /** Where the last whole frame ends. */
  long end() {
    return end;
  }

  /** How many bytes before {@link #end()} belong to no frame. */
  long skipped() {
    return skipped;
  }

  /** How many bytes follow the last whole frame; known after the last {@link #next()}. */
  long tail() {
    return position - end;
  }

  /** Whether the tail is what a write leaves that was cut short: the beginning of one frame. */
  boolean tornTail() {
    return unfinished;
  }

  private void step(int bytes) {
    window.position(window.position() + bytes);
    position += bytes;
  }

  private boolean holds(int bytes) throws IOException {
    if (window.remaining() < bytes) {
      window.compact();
      int read;
      do {
        read = in.read(window);
      } while (read >= 0 && window.hasRemaining());
      window.flip();
    }
    return window.remaining() >= bytes;
  }
}
