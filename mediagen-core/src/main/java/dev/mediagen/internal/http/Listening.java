// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.spi.HttpReply;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one stream of events to its end. */
record Listening(String provider, Consumer<HttpReply> event, Runnable ended) implements Callback {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  @Override
  public void onFailure(Call failed, IOException cause) {
    LOG.debug("no event stream from {}: {}", provider, cause.toString());
    ended.run();
  }

  @Override
  public void onResponse(Call answered, Response response) {
    try (response) {
      String type = String.valueOf(response.header("Content-Type"));
      if (!response.isSuccessful() || !type.startsWith("text/event-stream")) {
        LOG.debug("no event stream from {}: HTTP {} {}", provider, response.code(), type);
        return;
      }
      EventReader reader = new EventReader(response.body().source());
      for (Optional<HttpReply> next = reader.next(); next.isPresent(); next = reader.next()) {
        event.accept(next.get());
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("an event stream from {} broke: {}", provider, e.toString());
    } finally {
      ended.run();
    }
  }
}
