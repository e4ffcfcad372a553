// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobIntent;
import dev.mediagen.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records lie in files for longer than a version of this library lives. */
class JobRecordJsonTest {
  private static final String INTENT =
      "{\"clientId\":\"r00007\",\"createdAt\":\"2026-11-20T12:00:07Z\","
          + "\"deadline\":\"2026-11-20T13:00:07Z\",\"kind\":\"video\","
          + "\"model\":\"fal/fal-ai/flux/dev\",\"operation\":\"queue\"}";
  private static final String HANDLE =
      "{\"clientId\":\"r00007\",\"contract\":1,\"createdAt\":\"2026-11-20T12:00:08Z\","
          + "\"data\":{\"host\":\"eu1\"},\"deadline\":\"2026-11-20T13:00:07Z\","
          + "\"jobId\":\"job-é-7\",\"kind\":\"video\",\"model\":\"fal/fal-ai/flux/dev\","
          + "\"operation\":\"queue\",\"stage\":\"poll\"}";

  @Test
  void the_text_of_a_record_never_changes() {
    assertThat(Records.begun(7).toJson()).isEqualTo("{\"intent\":" + INTENT + "}");
    assertThat(Records.accepted(7).toJson())
        .isEqualTo("{\"handle\":" + HANDLE + ",\"intent\":" + INTENT + "}");
  }

  @Test
  void a_record_survives_the_way_there_and_back() {
    JobIntent second = JobIntent.builder().from(Records.intent(7)).account("second").build();

    for (JobRecord record : List.of(Records.begun(7), Records.accepted(7), JobRecord.of(second))) {
      assertThat(JobRecord.fromJson(record.toJson())).isEqualTo(record);
    }
  }

  @Test
  void a_field_of_a_later_version_is_named() {
    String later = Records.begun(7).toJson().replace("\"kind\"", "\"mood\":\"good\",\"kind\"");

    assertThatThrownBy(() -> JobRecord.fromJson(later))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("intent.mood");
  }

  @Test
  void a_record_without_its_intent_is_none() {
    assertThatThrownBy(() -> JobRecord.fromJson("{\"handle\":" + HANDLE + "}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("intent");
  }

  @Test
  void the_oldest_comes_first_whatever_its_id_is() {
    JobRecord old = JobRecord.of(JobIntent.builder().from(Records.intent(1)).clientId("z").build());
    List<JobRecord> records = new ArrayList<>(List.of(Records.begun(2), old));

    records.sort(JobRecord.oldestFirst());

    assertThat(records).containsExactly(old, Records.begun(2));
  }
}
