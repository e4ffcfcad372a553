// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.MediaClient;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.ScriptedVendor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final String MODELS =
      """
      [{"id": "slow", "modality": "image",
        "input_schema": {"properties": {"prompt": {"type": "string"}}}}]
      """;

  /** A worker may hold an answer back for 25 s; the deadline was noticed only after that. */
  @Test
  void a_deadline_within_a_held_answer_is_kept() {
    FakeClock clock = new FakeClock();
    try (ScriptedVendor worker = new ScriptedVendor();
        MediaClient client =
            MediaClient.builder()
                .clock(clock)
                .environment(Map.of("MEDIAGEN_LOCAL_BASE_URL", worker.base()))
                .build()) {
      worker.on("GET /models", Reply.json(MODELS));
      worker.on("PUT /predictions/*", Reply.json(202, "{\"id\":\"p\",\"status\":\"starting\"}"));
      worker.on("GET /predictions/p", Reply.stall());
      ImageRequest request =
          ImageRequest.builder()
              .model("local/slow")
              .prompt("a fox")
              .timeout(Duration.ofSeconds(1))
              .build();

      long start = System.nanoTime();
      MediaException failure =
          catchThrowableOfType(MediaException.class, () -> clock.await(client.generate(request)));

      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
      assertThat(failure.handle()).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }
}
