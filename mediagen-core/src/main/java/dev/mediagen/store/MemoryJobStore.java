// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps records as long as the process lives. */
final class MemoryJobStore implements JobStore {
  private final Map<String, JobRecord> records = new ConcurrentHashMap<>();

  @Override
  public CompletableFuture<Void> save(JobRecord record) {
    records.put(record.id(), record);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void remove(String id) {
    records.remove(id);
  }

  @Override
  public List<JobRecord> records() {
    return records.values().stream().sorted(JobRecord.oldestFirst()).toList();
  }

  @Override
  public void close() {}
}
