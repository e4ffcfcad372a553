// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.internal.json.Json;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import okio.BufferedSource;

/**
 * Reads server-sent events, as the HTML standard describes them: fields of lines, an event at each
 * empty line. Only the name and the data of an event matter here.
 */
final class EventReader {
  /** More than any status; a vendor that sends more is not sending a status. */
  private static final long LONGEST = 1024 * 1024;

  private final BufferedSource source;

  EventReader(BufferedSource source) {
    this.source = source;
  }

  /**
   * The next event as if it were a reply, its name in the header {@code event}; none at the end.
   */
  Optional<HttpReply> next() throws IOException {
    StringBuilder data = new StringBuilder();
    String name = "message";
    boolean any = false;
    while (true) {
      String line = line();
      if (line == null) {
        return Optional.empty(); // An event that was not finished does not count.
      } else if (line.isEmpty() && any) {
        return Optional.of(event(name, data.toString()));
      }
      String value = line.substring(Math.min(line.length(), line.indexOf(':') + 1));
      value = value.startsWith(" ") ? value.substring(1) : value;
      if (line.startsWith("event:")) {
        name = value;
      } else if (line.startsWith("data:")) {
        data.append(any ? "\n" : "").append(value);
        any = true;
        if (data.length() > LONGEST) {
          throw new IOException("an event of more than " + LONGEST + " characters");
        }
      }
    }
  }

  private @org.jspecify.annotations.Nullable String line() throws IOException {
    if (source.exhausted()) {
      return null;
    }
    long end = source.indexOf((byte) '\n', 0, LONGEST);
    if (end < 0 && source.getBuffer().size() >= LONGEST) {
      throw new IOException("a line of more than " + LONGEST + " bytes in an event stream");
    }
    return end < 0 ? null : source.readUtf8Line();
  }

  private static HttpReply event(String name, String data) {
    Map<String, String> headers = Map.of("event", name, "Content-Type", "application/json");
    try {
      return HttpReply.of(200, headers, Json.MAPPER.readTree(data));
    } catch (JsonProcessingException e) {
      return HttpReply.of(
          200,
          Map.of("event", name, "Content-Type", "text/plain"),
          Blob.of(data.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
