// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Files in memory, for as long as results are kept. When there is no more room the oldest go first.
 * Thread-safe.
 */
final class FileShelf {
  private final Clock clock;
  private final long room = Math.min(Limits.SHELF, Runtime.getRuntime().maxMemory() / 4);
  private final Map<String, StoredFile> files = new LinkedHashMap<>();
  private final RecentNames expired = new RecentNames();
  private long used;

  FileShelf(Clock clock) {
    this.clock = clock;
  }

  synchronized StoredFile put(byte[] bytes, String contentType, String extension) {
    String name = UUID.randomUUID() + "." + extension;
    Instant until = clock.instant().plus(Limits.RETENTION);
    StoredFile file = new StoredFile(name, bytes, contentType, StoredFile.hash(bytes), until);
    files.put(name, file);
    used += bytes.length;
    sweep();
    return file;
  }

  /**
   * The file of that name; empty if there never was one.
   *
   * @throws Refusal 410 if it was here and is gone
   */
  synchronized Optional<StoredFile> find(String name) {
    sweep();
    expired.refuse(name);
    return peek(name);
  }

  /** The file of that name; empty if it is not here, for whatever reason. */
  synchronized Optional<StoredFile> peek(String name) {
    sweep();
    return Optional.ofNullable(files.get(name));
  }

  synchronized void remove(String name) {
    StoredFile file = files.remove(name);
    used -= file == null ? 0 : file.bytes().length;
  }

  synchronized void expire(String name) {
    remove(name);
    expired.add(name);
  }

  private void sweep() {
    Instant now = clock.instant();
    Iterator<StoredFile> oldest = files.values().iterator();
    while (oldest.hasNext()) {
      StoredFile file = oldest.next();
      boolean full = used > room && files.size() > 1;
      if (!full && file.expiresAt().isAfter(now)) {
        return;
      }
      oldest.remove();
      used -= file.bytes().length;
      expired.add(file.name());
    }
  }
}
