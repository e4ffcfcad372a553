// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/**
 * A vendor that follows a script, over real sockets: for each route a list of answers, of which the
 * last one repeats. A second host beside it belongs to somebody else: a key must never get there.
 *
 * <pre>{@code
 * try (ScriptedVendor vendor = new ScriptedVendor()) {
 *   vendor.on("POST /jobs", Reply.json("{\"id\":\"j1\"}"));
 *   vendor.on("GET /jobs/*", Reply.json("{\"state\":\"busy\"}"), Reply.json("{\"state\":\"done\"}"));
 * }
 * }</pre>
 */
public final class ScriptedVendor implements AutoCloseable {
  private final MockWebServer own = new MockWebServer();
  private final MockWebServer foreign = new MockWebServer();
  private final Map<String, Deque<Reply>> routes = new LinkedHashMap<>();
  private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();

  /** Starts both hosts on loopback. */
  public ScriptedVendor() {
    own.setDispatcher(new Script(false));
    foreign.setDispatcher(new Script(true));
    try {
      own.start();
      foreign.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the vendor, without a slash at its end. */
  public String base() {
    return origin(own);
  }

  /** The address of the host that is not the vendor's. */
  public String cdn() {
    return origin(foreign);
  }

  /**
   * Sets the answers for a route such as {@code GET /jobs/*}; a star stands for anything, the query
   * does not count. A route that was set before is replaced.
   */
  public synchronized ScriptedVendor on(String route, Reply... replies) {
    routes.put(route, new ArrayDeque<>(Arrays.asList(replies)));
    return this;
  }

  /** All calls so far, in order. */
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
    return builder;
  }

  /** The made-up value that {@link #client} gives to a setting. */
  public static String value(Setting setting) {
    return setting.secret() ? "test-" + setting.name() + "-0123456789" : "test-" + setting.name();
  }

  /** A URL of the real vendor, with this vendor in its place. */
  String here(String url) {
    return url.replaceFirst("^https?://[^/]+", base());
  }

  private synchronized Reply answer(RecordedCall call) {
    for (Map.Entry<String, Deque<Reply>> route : routes.entrySet()) {
      if (matches(route.getKey(), call)) {
        Deque<Reply> replies = route.getValue();
        return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
      }
    }
    return Reply.text(599, "text/plain", "the script has no answer to " + call);
  }

  private static boolean matches(String route, RecordedCall call) {
    String wanted =
        Arrays.stream(route.split("\\*", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElseThrow();
    return (call.method() + " " + call.target().split("\\?", 2)[0]).matches(wanted);
  }

  private MockResponse response(Reply reply) {
    MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
    reply.headers().forEach((name, value) -> response.addHeader(name, filled(value)));
    switch (reply.fate()) {
      case CUT -> response.onResponseStart(new SocketEffect.CloseSocket());
      case CUT_BODY -> response.body(body(reply)).onResponseBody(new SocketEffect.CloseSocket());
      case STALL -> response.onResponseStart(SocketEffect.Stall.INSTANCE);
      case ANSWER -> response.body(body(reply));
    }
    return response.build();
  }

  private Buffer body(Reply reply) {
    String type = reply.headers().getOrDefault("Content-Type", "");
    boolean text = type.contains("json") || type.startsWith("text/");
    return text
        ? new Buffer().writeUtf8(filled(new String(reply.body(), StandardCharsets.UTF_8)))
        : new Buffer().write(reply.body());
  }

  private String filled(String text) {
    return text.replace("{base}", base()).replace("{cdn}", cdn());
  }

  private static String origin(MockWebServer server) {
    String url = server.url("/").toString();
    return url.substring(0, url.length() - 1);
  }

  @Override
  public void close() {
    own.close();
    foreign.close();
  }

  private final class Script extends Dispatcher {
    private final boolean isForeign;

    Script(boolean isForeign) {
      this.isForeign = isForeign;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      Map<String, String> headers = new LinkedHashMap<>();
      request.getHeaders().forEach(pair -> headers.put(pair.getFirst(), pair.getSecond()));
      RecordedCall call =
          new RecordedCall(
              request.getMethod(),
              request.getTarget(),
              headers,
              request.getBody() == null ? new byte[0] : request.getBody().toByteArray(),
              isForeign);
      calls.add(call);
      return response(answer(call));
    }
  }
}
