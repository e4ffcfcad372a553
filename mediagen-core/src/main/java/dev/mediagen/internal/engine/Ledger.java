// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.store.JobRecord;
import dev.mediagen.store.JobStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is in the store, and which of it this client is busy with at the moment. */
final class Ledger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final JobStore store;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  Ledger(JobStore store) {
    this.store = store;
  }

  /** Writes down a submission. Nothing may be sent before the future completes. */
  CompletableFuture<Void> intend(JobIntent intent) {
    busy.add(intent.clientId());
    return saved(JobRecord.of(intent))
        .whenComplete(
            (kept, failure) -> {
              if (failure != null) {
                busy.remove(intent.clientId());
              }
            });
  }

  /**
   * Writes down that the vendor took the job. A store that fails now must not cost the job, which
   * is followed all the same; so the future never fails.
   */
  CompletableFuture<Void> accept(JobIntent intent, JobHandle handle) {
    return saved(JobRecord.of(intent).accepted(handle))
        .exceptionally(
            failure -> {
              LOG.atError()
                  .addKeyValue("job", handle.jobId())
                  .addKeyValue("model", handle.model())
                  .setCause(failure)
                  .log("an accepted job could not be written down: keep its handle");
              return null;
            });
  }

  private CompletableFuture<Void> saved(JobRecord record) {
    try {
      return store.save(record);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Says that a job out of the store is followed again; false when it is already. */
  boolean take(String id) {
    return busy.add(id);
  }

  /** This client has nothing to do with the record any more; it stays where it is. */
  void release(String id) {
    busy.remove(id);
  }

  /** Takes a record out of the store: it ended, or somebody else cares for it. */
  void forget(String id) {
    try {
      store.remove(id);
    } catch (RuntimeException e) {
      LOG.warn("a record could not be removed; the job will be asked for once more: {}", id, e);
    }
    busy.remove(id);
  }

  /** What an earlier process left behind, and nobody here is busy with. */
  List<JobRecord> left() {
    return store.records().stream().filter(record -> !busy.contains(record.id())).toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
