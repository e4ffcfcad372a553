// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Something that must exist before a job can start: an uploaded file, a customer record, a session.
 * A few calls that end in a value, never billed. Pure: the engine makes the calls and may keep the
 * value for {@link #keep()}.
 */
public interface Preparation {
  /** Its name, under which the task has its value; for uploads, the name of the step. */
  String name();

  /** How long its value may be used again for the same name; none for once. */
  default Optional<Duration> keep() {
    return Optional.empty();
  }

  /** The next call; {@code start} is the first stage. */
  HttpCall call(String stage, Map<String, String> data);

  /** What the reply means. */
  Step onReply(String stage, Map<String, String> data, HttpReply reply);

  /**
   * Where a preparation stands after a reply.
   *
   * @param value the value, when it is there
   * @param stage the next stage, when it is not
   * @param data what the next call needs to know
   * @param delay how long to wait before the next call
   */
  record Step(Optional<String> value, String stage, Map<String, String> data, Duration delay) {
    /** The value is there. */
    public static Step ready(String value) {
      return new Step(Optional.of(value), "", Map.of(), Duration.ZERO);
    }

    /** Another call is needed, at once. */
    public static Step next(String stage, Map<String, String> data) {
      return new Step(Optional.empty(), stage, Map.copyOf(data), Duration.ZERO);
    }

    /** The vendor is not ready; ask again after a while. */
    public static Step wait(String stage, Map<String, String> data, Duration delay) {
      return new Step(Optional.empty(), stage, Map.copyOf(data), delay);
    }
  }
}
