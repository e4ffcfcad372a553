// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mediagen.MediaClient;
import dev.mediagen.Secret;
import dev.mediagen.benchmarks.ChildJvm;
import dev.mediagen.benchmarks.vendor.Micros;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.webhook.WebhookAnswer;
import dev.mediagen.webhook.WebhookDelivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * Jobs of 2 s to 2 min whose vendor tells of their end, by webhook or by event stream: how long
 * after that it is known here, and how often the vendor was asked besides. The vendor is a process
 * of its own; webhooks arrive at an HTTP server in this one.
 */
public final class PushBenchmark {
  private static final int JOBS = 200;
  private static final int SHORTEST = 2_000;
  private static final int LONGEST = 120_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Known(String job, long micros) {}

  private PushBenchmark() {}

  /** Measures, and prints what was found. */
  public static void run() throws IOException {
    System.out.printf(
        "%d jobs of %d to %d s; delay from done at the vendor to known here, in ms%n",
        JOBS, SHORTEST / 1000, LONGEST / 1000);
    System.out.println("news by     mean     p50     p99     max   questions per job and minute");
    ChildJvm vendor =
        ChildJvm.start(PushVendor.class, List.of("-Xmx256m", "-Dsun.net.httpserver.nodelay=true"));
    try {
      String url = vendor.line();
      for (String model : List.of("webhook", "stream")) {
        measure(model, url);
      }
    } finally {
      vendor.kill();
    }
  }

  private static void measure(String model, String vendor) throws IOException {
    HttpServer hooks =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    String here = "http://127.0.0.1:" + hooks.getAddress().getPort();
    try (MediaClient client =
        MediaClient.builder()
            .discover(false)
            .adapter(new PushAdapter())
            .callback(here + "/{provider}", Secret.of("0123456789abcdef0123456789abcdef"))
            .eventStreams(JOBS)
            .provider("push", settings -> settings.baseUrl(vendor))
            .build()) {
      hooks.createContext("/", exchange -> receive(client, here, exchange));
      hooks.setExecutor(Executors.newCachedThreadPool());
      hooks.start();
      // The first delivery of all proves that deliveries arrive; until then the vendor is asked.
      start(client, model, SHORTEST).join();
      List<CompletableFuture<Known>> started = new ArrayList<>();
      double minutes = 0;
      for (int i = 0; i < JOBS; i++) {
        int millis = SHORTEST + (LONGEST - SHORTEST) * i / JOBS;
        minutes += millis / 60_000.0;
        started.add(start(client, model, millis));
      }
      report(model, vendor, started.stream().map(CompletableFuture::join).toList(), minutes);
    } finally {
      hooks.stop(0);
    }
  }

  private static CompletableFuture<Known> start(MediaClient client, String model, int millis) {
    return client
        .generate(
            ImageRequest.builder().model("push/" + model).prompt(String.valueOf(millis)).build())
        .thenApply(result -> new Known(result.jobs().get(0).jobId(), Micros.now()));
  }

  private static void receive(MediaClient client, String here, HttpExchange exchange)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    URI called = URI.create(here + exchange.getRequestURI());
    WebhookAnswer answer =
        client.webhooks().receive("push", WebhookDelivery.of(headers, body).at(called)).join();
    byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
    try (exchange) {
      exchange.getResponseBody().write(text);
    }
  }

  private static void report(String model, String vendor, List<Known> known, double minutes)
      throws IOException {
    double[] late = new double[known.size()];
    int polls = 0;
    for (int i = 0; i < late.length; i++) {
      JsonNode facts = JSON.readTree(URI.create(vendor + "/facts/" + known.get(i).job()).toURL());
      late[i] = (known.get(i).micros() - facts.get(0).asLong()) / 1e3;
      polls += facts.get(1).asInt();
    }
    Arrays.sort(late);
    System.out.printf(
        Locale.ROOT,
        "%-8s %7.1f %7.1f %7.1f %7.1f   %.2f%n",
        model,
        Arrays.stream(late).average().orElseThrow(),
        late[late.length / 2],
        late[late.length * 99 / 100],
        late[late.length - 1],
        polls / minutes);
  }
}
