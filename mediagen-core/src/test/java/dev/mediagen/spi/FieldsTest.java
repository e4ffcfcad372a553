// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.transcript.TranscriptSegment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private static Fields fields(String json) {
    return HttpReply.json(200, json.replace('\'', '"')).fields("");
  }

  @Test
  void numbers_are_read_from_numbers_and_from_text() {
    Fields fields = fields("{'a':1024.0,'b':'7','c':2.5,'d':1e3}");

    assertThat(fields.count("a")).hasValue(1024);
    assertThat(fields.whole("b")).hasValue(7L);
    assertThat(fields.whole("c")).isEmpty();
    assertThat(fields.seconds("c")).hasValue(Duration.ofMillis(2500));
    assertThat(fields.count("d")).hasValue(1000);
  }

  /** A finished job was lost to a width that was no number. */
  @Test
  void odd_facts_are_none_and_no_failure() {
    Fields fields =
        fields("{'a':'wide','b':null,'c':[1],'d':-5,'e':99999999999999999999,'f':'','g':true}");

    for (String name : new String[] {"a", "b", "c", "d", "e", "f", "g", "missing"}) {
      assertThat(fields.count(name)).as(name).isEmpty();
      assertThat(fields.seconds(name)).as(name).isEmpty();
      assertThat(fields.epochSeconds(name)).as(name).isEmpty();
    }
    assertThat(fields.text("b")).isEmpty();
    assertThat(fields.text("g")).hasValue("true");
  }

  @Test
  void fields_of_what_is_no_object_are_none() {
    assertThat(HttpReply.json(200, "[1]").fields("/0").text("x")).isEmpty();
    assertThat(HttpReply.json(200, "{}").fields("/a/b").text("x")).isEmpty();
  }

  @Test
  void a_part_of_a_transcript_has_times_and_perhaps_a_speaker() {
    TranscriptSegment part =
        fields("{'start':0.5,'end':'1.25','text':' hello ','speaker':2}").segment("text").build();

    assertThat(part.start()).isEqualTo(Duration.ofMillis(500));
    assertThat(part.end()).isEqualTo(Duration.ofMillis(1250));
    assertThat(part.text()).isEqualTo("hello");
    assertThat(part.speaker()).hasValue("2");
  }
}
