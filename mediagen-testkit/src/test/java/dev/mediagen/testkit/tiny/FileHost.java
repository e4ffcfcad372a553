// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.tiny;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A host that gives out one file, in parts too, and misbehaves by a script: one answer for each
 * call, the last one for all further calls.
 */
public final class FileHost implements AutoCloseable {
  /** What happens to one call. */
  public interface Answer {
    void give(HttpExchange call, byte[] file) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final List<String> encodings = new CopyOnWriteArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final byte[] file;

  public FileHost(byte[] file) {
    this.file = file.clone();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public FileHost answers(Answer... script) {
    answers.clear();
    answers.addAll(Arrays.asList(script));
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/file";
  }

  /** What was asked for, call by call: «all», or a range with the condition it was asked under. */
  public List<String> asked() {
    return ranges;
  }

  public List<String> encodings() {
    return encodings;
  }

  private void answer(HttpExchange call) throws IOException {
    var headers = call.getRequestHeaders();
    ranges.add(
        headers.containsKey("Range")
            ? headers.getFirst("Range") + " if " + headers.getFirst("If-Range")
            : "all");
    encodings.add(String.valueOf(headers.getFirst("Accept-Encoding")));
    Answer answer;
    synchronized (answers) {
      answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
    // Not closed when it throws: closing would end a chunked body as if it were whole.
    answer.give(call, file);
    call.close();
  }

  /** All that was asked for, known by this validator; without one, always the whole file. */
  public static Answer whole(String header, String validator) {
    return cutAfter(Integer.MAX_VALUE, header, validator);
  }

  /** {@link #whole}, and the connection breaks after so many bytes. */
  public static Answer cutAfter(int bytes, String header, String validator) {
    return (call, file) -> {
      call.getResponseHeaders().add(header, validator);
      String condition = call.getRequestHeaders().getFirst("If-Range");
      int from = validator.equals(condition) ? from(call) : 0;
      if (from > 0) {
        call.getResponseHeaders()
            .add("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
      }
      send(call, from > 0 ? 206 : 200, file.length - from, file, from, bytes);
    };
  }

  /** Takes the connection, and says nothing after so many bytes. */
  public Answer stallAfter(int bytes, String header, String validator) {
    return (call, all) -> {
      call.getResponseHeaders().add(header, validator);
      call.sendResponseHeaders(200, all.length);
      call.getResponseBody().write(all, 0, bytes);
      call.getResponseBody().flush();
      try {
        closing.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** A status with headers, as name and value by turns, and no body. */
  public static Answer status(int status, String... headers) {
    return (call, file) -> {
      headers(call, headers);
      call.sendResponseHeaders(status, -1);
    };
  }

  /** A reply as it is, whatever was asked for. */
  public static Answer bytes(int status, byte[] body, String... headers) {
    return (call, file) -> {
      headers(call, headers);
      send(call, status, body.length, body, 0, body.length);
    };
  }

  /** Chunks, so that nobody knows how many bytes there are, and no end of them. */
  public static Answer endless(int bytes, String... headers) {
    return (call, file) -> {
      headers(call, headers);
      call.sendResponseHeaders(200, 0);
      call.getResponseBody().write(file, 0, bytes);
      call.getResponseBody().flush();
      throw new IOException("the connection breaks");
    };
  }

  private static void headers(HttpExchange call, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      call.getResponseHeaders().add(headers[i], headers[i + 1]);
    }
  }

  private static int from(HttpExchange call) {
    return Optional.ofNullable(call.getRequestHeaders().getFirst("Range"))
        .map(range -> Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")))
        .orElse(0);
  }

  private static void send(
      HttpExchange call, int status, int length, byte[] from, int at, int atMost)
      throws IOException {
    call.sendResponseHeaders(status, length);
    OutputStream out = call.getResponseBody();
    int count = Math.min(atMost, from.length - at);
    out.write(from, at, count);
    out.flush();
    if (count == from.length - at) {
      out.close();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
