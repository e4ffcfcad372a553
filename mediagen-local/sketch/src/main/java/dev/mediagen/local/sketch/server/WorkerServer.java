// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mediagen.local.sketch.model.InvalidInput;
import dev.mediagen.local.sketch.model.SketchModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves models by the worker protocol, level 2, on the loopback address. Thread-safe. */
public final class WorkerServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerServer.class);

  private final Jobs jobs;
  private final Runner runner;
  private final Routes routes;
  private final ExecutorService callThreads = DaemonThreads.pool("call", Limits.CALL_THREADS);
  private final HttpServer http;

  private WorkerServer(List<SketchModel> models, Clock clock) throws IOException {
    FileShelf shelf = new FileShelf(clock);
    jobs = new Jobs(clock, shelf);
    runner = new Runner(jobs, shelf);
    Map<String, SketchModel> byId = new LinkedHashMap<>();
    models.forEach(model -> byId.put(model.card().id(), model));
    Predictions predictions = new Predictions(byId, jobs, runner, new JobView(jobs, clock));
    routes = new Routes(new About(models, jobs, runner), predictions, new Files(shelf));
    http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    http.setExecutor(callThreads);
  }

  /** Starts a server for the given models. */
  public static WorkerServer start(List<SketchModel> models, Clock clock) {
    try {
      WorkerServer server = new WorkerServer(models, clock);
      server.http.createContext("/", server::handle);
      // The dispatcher thread of the JDK's server is a daemon only if a daemon starts it.
      CompletableFuture.runAsync(server.http::start, server.callThreads).join();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no port of the loopback address could be opened", e);
    }
  }

  /** Where it listens. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) {
    Call call = new Call(exchange);
    try (exchange) {
      try {
        LocalOnly.check(call);
        routes.answer(call);
      } catch (Refusal e) {
        refuse(call, e);
      } catch (InvalidInput e) {
        refuse(call, Refusal.of(e));
      } catch (RuntimeException e) {
        LOG.warn("{} {} failed", call.method(), call.path(), e);
        refuse(call, Refusal.of(500, "internal", e.toString()));
      }
    } catch (IOException e) {
      LOG.debug("The caller of {} {} went away", call.method(), call.path(), e);
    }
  }

  private static void refuse(Call call, Refusal refusal) throws IOException {
    if (refusal.status() == 429) {
      call.answerHeader("Retry-After", "1");
    }
    call.answer(refusal.status(), refusal.body());
  }

  @Override
  public void close() {
    http.stop(0);
    jobs.cancelAll();
    runner.close();
    callThreads.shutdownNow();
    DaemonThreads.await(callThreads);
  }
}
