// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of events that vendors send of their jobs. Thread-safe. */
public final class EventStreams {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

  /** How long a provider that has no stream where it should is not asked for another. */
  private static final Duration WITHOUT = Duration.ofMinutes(10);

  private final JobClock clock;
  private final GuardedClient client;
  private final Semaphore room;
  private final BiFunction<Provider, HttpCall, CompletableFuture<Signer.Signature>> sign;
  private final Map<String, Instant> without = new ConcurrentHashMap<>();

  EventStreams(
      JobClock clock,
      GuardedClient client,
      int most,
      BiFunction<Provider, HttpCall, CompletableFuture<Signer.Signature>> sign) {
    this.clock = clock;
    this.client = client;
    this.room = new Semaphore(most);
    this.sign = sign;
  }

  GuardedClient client() {
    return client;
  }

  /**
   * Opens a stream, unless as many are open as there are threads for, or the provider turned out to
   * have none.
   *
   * @param event takes each event, one after the other
   * @param end told once when the stream has ended, for whatever reason
   * @return how to close it; none when it is not opened
   */
  public Optional<Runnable> open(
      Provider provider, HttpCall call, Consumer<HttpReply> event, Runnable end) {
    Instant until = without.get(provider.id());
    if ((until != null && clock.now().isBefore(until)) || !room.tryAcquire()) {
      return Optional.empty();
    }
    Opened opened = new Opened(provider, event, end);
    sign.apply(provider, call)
        .whenComplete(
            (signature, failure) -> {
              if (failure != null) {
                opened.ended("it cannot be signed");
              } else {
                opened.start(call.header("Accept", "text/event-stream"), signature);
              }
            });
    return Optional.of(opened::close);
  }

  /** One stream, from the call to its end. */
  private final class Opened implements Callback {
    private final Provider provider;
    private final Consumer<HttpReply> event;
    private final Runnable end;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicReference<@Nullable Call> started = new AtomicReference<>();

    Opened(Provider provider, Consumer<HttpReply> event, Runnable end) {
      this.provider = provider;
      this.event = event;
      this.end = end;
    }

    void start(HttpCall call, Signer.Signature signature) {
      try {
        Request request = Requests.of(provider, call, signature);
        Call stream = client.call(request, provider.reach(request.url()));
        started.set(stream);
        stream.enqueue(this);
        if (!open.get()) {
          stream.cancel(); // It was closed before there was a call to cancel.
        }
      } catch (OutOfReachException | RuntimeException e) {
        ended(e.toString());
      }
    }

    @Override
    public void onFailure(Call failed, IOException cause) {
      ended(cause.toString());
    }

    @Override
    public void onResponse(Call answered, Response response) {
      String why = "it is over";
      try (response) {
        String type = String.valueOf(response.header("Content-Type"));
        if (!response.isSuccessful() || !type.startsWith("text/event-stream")) {
          without.put(provider.id(), clock.now().plus(WITHOUT));
          why = "HTTP " + response.code() + " " + type;
          return;
        }
        EventReader reader = new EventReader(response.body().source());
        for (Optional<HttpReply> next = reader.next(); next.isPresent(); next = reader.next()) {
          event.accept(next.get());
        }
      } catch (IOException | RuntimeException e) {
        why = e.toString();
      } finally {
        ended(why);
      }
    }

    void close() {
      Call stream = started.get();
      if (stream != null) {
        stream.cancel();
      }
      ended("nobody needs it any more");
    }

    private void ended(String why) {
      if (open.getAndSet(false)) {
        LOG.debug("an event stream from {} ended: {}", provider.id(), why);
        room.release();
        end.run();
      }
    }
  }
}
