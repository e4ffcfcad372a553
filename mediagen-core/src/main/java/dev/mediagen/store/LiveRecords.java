// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a journal that are not forgotten, as JSON, which takes a third less than the
 * objects. Not thread-safe.
 */
final class LiveRecords {
  private final Map<String, byte[]> records = new HashMap<>();
  private long bytes;

  void apply(Frame frame) {
    byte[] earlier =
        frame.keeps() ? records.put(frame.id(), frame.json()) : records.remove(frame.id());
    bytes += frame.keeps() ? frame.size() : 0;
    bytes -= size(frame.id(), earlier);
  }

  private static int size(String id, byte @Nullable [] json) {
    return json == null ? 0 : Frame.size(id, json);
  }

  boolean has(String id) {
    return records.containsKey(id);
  }

  /** What these records take in the file. */
  long bytes() {
    return bytes;
  }

  /** The frames that make these records. */
  List<Frame> frames() {
    List<Frame> frames = new ArrayList<>(records.size());
    records.forEach((id, json) -> frames.add(Frame.keep(id, json)));
    return frames;
  }
}
