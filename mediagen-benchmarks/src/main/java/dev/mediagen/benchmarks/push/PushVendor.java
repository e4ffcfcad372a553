// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mediagen.benchmarks.vendor.Micros;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vendor that tells the end of each job at once: to the URL it was given, and to whoever listens
 * to the job's event stream. Jobs take as many milliseconds as their prompt says. Prints its
 * address. To be run with {@code sun.net.httpserver.nodelay}, or what it says takes 40 ms.
 */
public final class PushVendor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DONE = "{\"id\":\"%s\",\"state\":\"done\",\"url\":\"%s/out\"}";

  private static final ScheduledExecutorService BEATS =
      Executors.newSingleThreadScheduledExecutor();

  /** A job: when it was done, in microseconds since the epoch, and how often it was asked for. */
  private record Job(CompletableFuture<Long> done, AtomicInteger polls) {}

  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  private PushVendor(String url) {
    this.url = url;
  }

  /** Serves until it is killed. */
  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    PushVendor vendor = new PushVendor("http://127.0.0.1:" + server.getAddress().getPort());
    server.createContext("/", vendor::serve);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    System.out.println(vendor.url);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    String id = path[path.length - 1];
    switch (path[1]) {
      case "jobs" -> {
        if (exchange.getRequestMethod().equals("POST")) {
          answer(exchange, accept(exchange));
        } else {
          job(id).polls().incrementAndGet();
          answer(exchange, state(id));
        }
      }
      case "stream" -> stream(exchange, id);
      case "facts" ->
          answer(exchange, "[" + job(id).done().join() + "," + job(id).polls().get() + "]");
      default -> answer(exchange, "{}");
    }
  }

  private Job job(String id) {
    return Objects.requireNonNull(jobs.get(id), id);
  }

  private String accept(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    String query = exchange.getRequestURI().getQuery();
    String id = "j" + jobs.size() + "-" + System.nanoTime();
    CompletableFuture<Long> done = new CompletableFuture<>();
    jobs.put(id, new Job(done, new AtomicInteger()));
    if (query != null) {
      URI callback = URI.create(query.substring("callback=".length()));
      done.thenRun(() -> post(callback, state(id)));
    }
    CompletableFuture.delayedExecutor(request.path("prompt").asLong(), TimeUnit.MILLISECONDS)
        .execute(() -> done.complete(Micros.now()));
    return "{\"id\":\"" + id + "\"}";
  }

  private String state(String id) {
    return job(id).done().isDone()
        ? DONE.formatted(id, url)
        : "{\"id\":\"" + id + "\",\"state\":\"busy\"}";
  }

  private void post(URI callback, String body) {
    http.sendAsync(
            HttpRequest.newBuilder(callback)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString())
        .thenAccept(
            reply -> {
              if (reply.statusCode() != 200) {
                System.err.println("a delivery was answered with " + reply);
              }
            });
  }

  private void stream(HttpExchange exchange, String id) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    write(exchange, "data: {\"state\":\"busy\"}");
    Job job = job(id);
    // As the standard of event streams advises, so that nobody takes silence for a broken line.
    ScheduledFuture<?> beats =
        BEATS.scheduleAtFixedRate(() -> write(exchange, ": still here"), 15, 15, TimeUnit.SECONDS);
    job.done()
        .thenRunAsync(
            () -> {
              beats.cancel(false);
              write(exchange, "data: " + state(id));
              exchange.close();
            });
  }

  private static void write(HttpExchange exchange, String event) {
    try {
      OutputStream out = exchange.getResponseBody();
      out.write((event + "\n\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
