// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The same calls made by hand: one OkHttp client with as many calls at once as the library makes,
 * one timer, Jackson for bodies. It checks, remembers and repeats nothing. It asks for each job at
 * the moments when the library asked for the job of the same index.
 */
final class OkHttpContender implements Contender<OkHttpContender.Order> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  /**
   * As many calls as the library makes to one host, and the same for all hosts: a host's limit that
   * is the lower one makes OkHttp look through its whole queue for each call.
   */
  private static final int AT_ONCE = 24;

  /** When to ask again once all moments of the library have passed. */
  private static final int AFTERWARDS_MILLIS = 250;

  /** A request as such a program would hold it. */
  record Order(
      int index, String prompt, int width, int height, long seed, long millis, long stallMillis) {}

  private final String vendor;
  private final AtomicInteger accepted = new AtomicInteger();
  private final OkHttpClient client;
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(1, daemon("by-hand-timer"));
  private volatile List<List<Integer>> moments = List.of();

  OkHttpContender(String vendor) {
    this.vendor = vendor;
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, daemon("by-hand"));
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(AT_ONCE, 1, TimeUnit.MINUTES))
            .readTimeout(60, TimeUnit.SECONDS)
            .build();
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Says when the jobs of the next phase are asked for, in milliseconds since they were taken. */
  void moments(List<List<Integer>> byIndex) {
    moments = byIndex;
  }

  @Override
  public Order request(Job job) {
    return new Order(
        job.index(), job.prompt(), 1024, 1024, job.index(), job.millis(), job.stallMillis());
  }

  @Override
  public CompletableFuture<String> start(Order order) {
    CompletableFuture<String> done = new CompletableFuture<>();
    ObjectNode body = JSON.createObjectNode();
    body.put("prompt", order.prompt()).put("width", order.width()).put("height", order.height());
    body.put("seed", order.seed());
    if (order.millis() > 0) {
      body.put("millis", order.millis());
    }
    if (order.stallMillis() > 0) {
      body.put("stall_millis", order.stallMillis());
    }
    Request.Builder post =
        call("/jobs")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .post(RequestBody.create(body.toString(), JSON_TYPE));
    exchange(
        post.build(),
        done,
        reply -> {
          accepted.incrementAndGet();
          new Waiting(order.index(), reply.path("id").asText(), System.nanoTime(), done).later(0);
        });
    return done;
  }

  /** A job that is asked for again and again. */
  private final class Waiting {
    private final int index;
    private final String id;
    private final long taken;
    private final CompletableFuture<String> done;

    Waiting(int index, String id, long taken, CompletableFuture<String> done) {
      this.index = index;
      this.id = id;
      this.taken = taken;
      this.done = done;
    }

    void later(int asked) {
      long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - taken);
      timer.schedule(() -> ask(asked), pause(asked, waited), TimeUnit.MILLISECONDS);
    }

    private long pause(int asked, long waited) {
      List<Integer> mine = index < moments.size() ? moments.get(index) : List.of(60_000);
      return asked < mine.size() ? mine.get(asked) - waited : AFTERWARDS_MILLIS;
    }

    private void ask(int asked) {
      exchange(
          call("/jobs/" + id).build(),
          done,
          reply -> {
            if (reply.path("state").asText().equals("done") && reply.hasNonNull("url")) {
              done.complete(id);
            } else {
              later(asked + 1);
            }
          });
    }
  }

  private Request.Builder call(String path) {
    return new Request.Builder()
        .url(vendor + path)
        .header("User-Agent", "by-hand")
        .header("Authorization", "Bearer a-key");
  }

  private void exchange(Request request, CompletableFuture<String> done, Consumer<JsonNode> then) {
    client
        .newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                done.completeExceptionally(e);
              }

              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  if (!response.isSuccessful()) {
                    throw new IOException("HTTP " + response.code());
                  }
                  then.accept(JSON.readTree(response.body().byteStream()));
                } catch (IOException | RuntimeException e) {
                  done.completeExceptionally(e);
                }
              }
            });
  }

  @Override
  public int accepted() {
    return accepted.get();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
  }
}
