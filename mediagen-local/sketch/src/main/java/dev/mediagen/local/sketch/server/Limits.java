// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import java.time.Duration;

/** What bounds the memory and the threads of a worker. */
final class Limits {
  static final int SLOTS = 2;
  static final int QUEUE = 16;
  static final int KEPT_JOBS = 500;
  static final int REMEMBERED_IDS = 5_000;
  static final int JSON_BODY = 16 << 20;
  static final int UPLOAD = 32 << 20;
  static final long SHELF = 256L << 20;
  static final int CALL_THREADS = 64;

  /** Calls that may hold a thread while they wait; later ones are answered at once. */
  static final int WAITING_CALLS = 40;

  static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  static final Duration RETENTION = Duration.ofHours(1);
  static final Duration EVENT_STREAM_BEAT = Duration.ofSeconds(15);

  private Limits() {}
}
