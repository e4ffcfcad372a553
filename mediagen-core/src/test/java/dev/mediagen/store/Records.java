// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records for tests, each told by its number. */
final class Records {
  static final ModelId MODEL = ModelId.of("fal/fal-ai/flux/dev");
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private Records() {}

  static String id(int number) {
    return "r%05d".formatted(number);
  }

  static JobIntent intent(int number) {
    return JobIntent.builder()
        .clientId(id(number))
        .model(MODEL)
        .kind(MediaKind.VIDEO)
        .operation("queue")
        .createdAt(NOON.plusSeconds(number))
        .deadline(NOON.plusSeconds(number + 3600))
        .build();
  }

  /** A submission without an answer. */
  static JobRecord begun(int number) {
    return JobRecord.of(intent(number));
  }

  /** The same one, once the vendor took the job. */
  static JobRecord accepted(int number) {
    return begun(number)
        .accepted(
            JobHandle.builder()
                .model(MODEL)
                .kind(MediaKind.VIDEO)
                .operation("queue")
                .jobId("job-é-" + number)
                .clientId(id(number))
                .data(Map.of("host", "eu1"))
                .createdAt(NOON.plusSeconds(number + 1))
                .deadline(NOON.plusSeconds(number + 3600))
                .contract(1)
                .build());
  }

  /** What a store holds. */
  static List<String> ids(JobStore store) {
    return store.records().stream().map(JobRecord::id).toList();
  }
}
