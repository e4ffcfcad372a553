// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A vendor that follows a script, over real sockets: for each route a list of answers, of which the
 * last one repeats. A second host beside it belongs to somebody else: a key must never get there.
 * Thread-safe.
 *
 * <pre>{@code
 * try (ScriptedVendor vendor = new ScriptedVendor()) {
 *   vendor.on("POST /jobs", Reply.json("{\"id\":\"j1\"}"));
 *   vendor.on("GET /jobs/*", Reply.json("{\"state\":\"busy\"}"), Reply.json("{\"state\":\"done\"}"));
 * }
 * }</pre>
 */
public final class ScriptedVendor implements AutoCloseable {
  private static final String TEXT = "text/plain";
  private static final Duration UNTIL_CLOSED = Duration.ofDays(1);

  /**
   * What a route answers.
   *
   * @param replies the next answers; none when they depend on the call
   */
  private record Route(Deque<Reply> replies, Function<RecordedCall, Reply> computed) {
    Optional<Reply> next() {
      return replies.size() > 1
          ? Optional.of(replies.removeFirst())
          : Optional.ofNullable(replies.peekFirst());
    }
  }

  private final Map<String, Route> routes = new LinkedHashMap<>();
  private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();
  private final Loopback own = new Loopback((call, in, out) -> handle(false, call, in, out));
  private final Loopback foreign = new Loopback((call, in, out) -> handle(true, call, in, out));

  /** Starts both hosts on loopback. */
  public ScriptedVendor() {}

  /** The address of the vendor, without a slash at its end. */
  public String base() {
    return own.origin();
  }

  /** The address of the host that is not the vendor's. */
  public String cdn() {
    return foreign.origin();
  }

  /**
   * Sets the answers for a route such as {@code GET /jobs/*}; a star stands for anything, the query
   * does not count. A route that was set before is replaced.
   */
  public synchronized ScriptedVendor on(String route, Reply... replies) {
    routes.put(
        route,
        new Route(
            new ArrayDeque<>(Arrays.asList(replies)),
            call -> Reply.text(599, TEXT, silence(call))));
    return this;
  }

  /**
   * Sets how the answers for a route follow from the calls. The function is called on the thread of
   * the connection, by several at once; what it throws ends the connection.
   */
  public synchronized ScriptedVendor on(String route, Function<RecordedCall, Reply> answer) {
    routes.put(route, new Route(new ArrayDeque<>(), answer));
    return this;
  }

  /** Closes the next so many connections to the vendor as soon as they are made. */
  public ScriptedVendor hangUp(int connections) {
    own.hangUp(connections);
    return this;
  }

  /** How many connections are open, to the vendor and to the other host. */
  public int connections() {
    return own.connections() + foreign.connections();
  }

  /** All calls so far that were read to their end, in order. */
  public List<RecordedCall> calls() {
    return List.copyOf(calls);
  }

  /** The calls to a route. */
  public List<RecordedCall> calls(String route) {
    return calls.stream().filter(call -> matches(route, call)).toList();
  }

  /**
   * A builder for a client that knows these adapters alone, pointed here, with made-up keys;
   * results are delivered on the thread that has them, and no event streams are opened.
   */
  public MediaClientBuilder client(FakeClock clock, ProviderAdapter... adapters) {
    MediaClientBuilder builder =
        MediaClient.builder()
            .discover(false)
            .environment(Map.of())
            .clock(clock)
            .eventStreams(0)
            .executor(Runnable::run);
    for (ProviderAdapter adapter : adapters) {
      join(builder, adapter);
    }
    return builder;
  }

  /** Adds an adapter to a client, pointed here, with made-up keys. */
  void join(MediaClientBuilder builder, ProviderAdapter adapter) {
    ProviderInfo info = adapter.info();
    builder
        .adapter(adapter)
        .provider(
            info.id(),
            settings -> {
              settings.baseUrl(here(info.baseUrl().orElse("http://nowhere")));
              info.baseUrls().forEach((name, url) -> settings.baseUrl(name, here(url)));
              info.settings().forEach(one -> settings.setting(one.name(), value(one)));
            });
  }

  /** The made-up value that {@link #client} gives to a setting. */
  public static String value(Setting setting) {
    return setting.secret() ? "test-" + setting.name() + "-0123456789" : "test-" + setting.name();
  }

  /** A URL of the real vendor, with this vendor in its place. */
  String here(String url) {
    return url.replaceFirst("^https?://[^/]+", base());
  }

  private boolean handle(boolean isForeign, CallReader head, InputStream in, OutputStream out)
      throws IOException {
    Optional<Reply> early;
    Function<RecordedCall, Reply> computed;
    synchronized (this) {
      Optional<Route> route = route(head.method() + " " + head.path());
      early = route.flatMap(Route::next);
      computed = route.map(Route::computed).orElse(call -> Reply.text(599, TEXT, silence(call)));
    }
    if (early.isPresent() && !early.get().manner().readsAll()) {
      head.skip(early.get().manner().reads());
      if (early.get().manner().silent()) {
        own.pause(UNTIL_CLOSED); // Reading on would let the caller finish.
      }
      return false;
    }
    RecordedCall call = head.complete(isForeign);
    calls.add(call);
    Reply reply = early.orElseGet(() -> computed.apply(call));
    return new ReplyWriter(reply, in, out, own::pause).write(this::filled);
  }

  private Optional<Route> route(String call) {
    return routes.entrySet().stream()
        .filter(route -> matches(route.getKey(), call))
        .findFirst()
        .map(Map.Entry::getValue);
  }

  private static String silence(RecordedCall call) {
    return "the script has no answer to " + call;
  }

  private static boolean matches(String route, RecordedCall call) {
    return matches(route, call.method() + " " + call.target().split("\\?", 2)[0]);
  }

  private static boolean matches(String route, String call) {
    String wanted =
        Arrays.stream(route.split("\\*", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElseThrow();
    return call.matches(wanted);
  }

  private String filled(String text) {
    return text.replace("{base}", base()).replace("{cdn}", cdn());
  }

  @Override
  public void close() {
    own.close();
    foreign.close();
  }
}
