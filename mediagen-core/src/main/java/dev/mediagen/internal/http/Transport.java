// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls: signs them, sends them, reads the replies. Holds the only HTTP client. Redirects are
 * followed by hand, so that a key never goes to another host, a submission is never repeated, and
 * no reply leads a call into the user's own network.
 */
public final class Transport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
  private static final int MAX_REDIRECTS = 5;

  /** How patient a call may be. */
  private record Patience(Duration reply) {}

  private final CallQueue queue;
  private final GuardedClient calls;
  private final GuardedClient waits;
  private final EventStreams streams;
  private final Duration replyTimeout;
  private final long maxBody;
  private final Signer signer;

  /**
   * A transport.
   *
   * @param replyTimeout how long a vendor may be silent within a call that is not a wait
   * @param streams how many event streams may be open at once
   * @param maxBody how many bytes a reply may have that is not JSON, or a field that stands for
   *     some
   */
  public Transport(
      JobClock clock,
      Duration connectTimeout,
      Duration replyTimeout,
      Optional<Integer> streams,
      long maxBody) {
    this(clock, connectTimeout, replyTimeout, streams, maxBody, Dns.SYSTEM);
  }

  Transport(
      JobClock clock,
      Duration connectTimeout,
      Duration replyTimeout,
      Optional<Integer> streams,
      long maxBody,
      Dns dns) {
    this.maxBody = maxBody;
    this.replyTimeout = replyTimeout;
    ExecutorService threads = CallThreads.growing("call");
    this.queue =
        new CallQueue(clock, CallThreads.places(), calls -> CallThreads.room(threads, calls));
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(dns)
            .dispatcher(CallThreads.dispatcher(threads))
            // Of OkHttp's five idle connections most polls would find none, and make one anew.
            .connectionPool(new ConnectionPool(CallThreads.places(), 1, TimeUnit.MINUTES))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
            .eventListenerFactory(new Progress.Factory())
            .addInterceptor(
                chain -> {
                  Patience patience = chain.request().tag(Patience.class);
                  int millis =
                      (int) (patience == null ? replyTimeout : patience.reply()).toMillis();
                  return chain
                      .withReadTimeout(millis, TimeUnit.MILLISECONDS)
                      .withWriteTimeout(millis, TimeUnit.MILLISECONDS)
                      .proceed(chain.request());
                })
            .build();
    // Calls that wait on purpose must not take the places of those that only ask.
    this.calls = new GuardedClient(client);
    this.waits = apart(client, CallThreads.dispatcher("wait", 512));
    this.streams =
        new EventStreams(
            clock,
            apart(client, CallThreads.dispatcher("stream", 1024)),
            streams.orElse(CallThreads.cheap() ? 512 : 8),
            this::sign);
    this.signer = new Signer(clock, this::anonymous);
  }

  private static GuardedClient apart(OkHttpClient client, Dispatcher dispatcher) {
    return new GuardedClient(client.newBuilder().dispatcher(dispatcher).build());
  }

  /** Makes a call that is answered soon. */
  public CompletableFuture<HttpReply> exchange(Provider provider, HttpCall call) {
    return exchange(provider, call, call.hold().plus(replyTimeout));
  }

  /** Makes a call whose answer may take this long. */
  public CompletableFuture<HttpReply> exchange(
      Provider provider, HttpCall call, Duration patience) {
    // Whoever waits for the future would wait for ever if this threw instead.
    try {
      HttpUrl url = Requests.url(provider, call);
      if (call.isAnonymous() || !provider.owns(url)) {
        return send(provider, call, url, Signer.Signature.NONE, patience, 0);
      }
      return signer
          .sign(provider.auth(call, url), provider)
          .thenCompose(
              signed ->
                  send(provider, call, url, signed, patience, 0)
                      .thenCompose(
                          reply -> accepted(provider, call, url, patience, signed, reply)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** A key may have been replaced a moment ago: whoever gives it is asked once more. */
  private CompletableFuture<HttpReply> accepted(
      Provider provider,
      HttpCall call,
      HttpUrl url,
      Duration patience,
      Signer.Signature refused,
      HttpReply reply) {
    if (reply.status() != 401) {
      return CompletableFuture.completedFuture(reply);
    }
    provider.refused();
    signer.forget(provider);
    return signer
        .sign(provider.auth(call, url), provider)
        .thenCompose(
            signed ->
                signed.equals(refused)
                    ? CompletableFuture.completedFuture(reply)
                    : send(provider, call, url, signed, patience, 0));
  }

  /** The full URL of a call. */
  public URI url(Provider provider, HttpCall call) {
    return Requests.url(provider, call).uri();
  }

  private CompletableFuture<HttpReply> anonymous(HttpCall call) {
    return send(null, call, Requests.url(null, call), Signer.Signature.NONE, replyTimeout, 0);
  }

  /** The text at a URL that is no secret and needs no key: a vendor's public keys. */
  public CompletableFuture<String> fetch(URI url) {
    return anonymous(HttpCall.to("GET", url))
        .thenApply(
            reply -> {
              if (!reply.success()) {
                throw new UncheckedIOException(
                    new IOException("HTTP " + reply.status() + " from " + url.getHost()));
              }
              return reply.text();
            });
  }

  /** The streams of events that vendors send of their jobs. */
  public EventStreams streams() {
    return streams;
  }

  private CompletableFuture<Signer.Signature> sign(Provider provider, HttpCall call) {
    HttpUrl url = Requests.url(provider, call);
    return call.isAnonymous() || !provider.owns(url)
        ? CompletableFuture.completedFuture(Signer.Signature.NONE)
        : signer.sign(provider.auth(call, url), provider);
  }

  /**
   * Opens the bytes at a URL that the vendor gave. Blocks. The key goes along only to the
   * provider's own hosts.
   *
   * @throws OutOfReachException when the URL, or where it leads, is none that the vendor may name
   * @throws IOException when there is no reply
   */
  public Response open(Provider provider, URI url, Map<String, String> headers) throws IOException {
    return open(provider, url, headers, Optional.empty());
  }

  /** Opens the bytes at a URL that the user gave, wherever it leads: see {@link #open}. */
  public Response openFor(Provider provider, URI url) throws IOException {
    return open(provider, url, Map.of(), Optional.of(Reach.EVERYWHERE));
  }

  private Response open(
      Provider provider, URI url, Map<String, String> headers, Optional<Reach> allowed)
      throws IOException {
    HttpUrl at = HttpUrl.parse(url.toString());
    for (int hop = 0; ; hop++) {
      if (at == null) {
        throw new OutOfReachException(String.valueOf(url.getHost()), OutOfReachException.NO_HTTP);
      }
      HttpCall call = HttpCall.to("GET", at.uri());
      Signer.Signature signature =
          provider.owns(at)
              ? signer.sign(provider.auth(call, at), provider).join()
              : Signer.Signature.NONE;
      Request.Builder request = Requests.of(provider, call, signature).newBuilder();
      headers.forEach(request::header);
      Request ready = request.build();
      Reach reach = allowed.orElseGet(() -> provider.reach(ready.url()));
      Response response = calls.call(ready, reach).execute();
      String location = response.header("Location");
      if (!response.isRedirect() || location == null || hop == MAX_REDIRECTS) {
        return response;
      }
      response.close();
      at = at.resolve(location);
    }
  }

  /** A call as it would be sent, secrets masked. */
  public Shown show(Provider provider, HttpCall call) {
    return Requests.show(provider, call);
  }

  /** A call as people may see it. */
  public record Shown(
      String method, String url, Map<String, String> headers, Optional<String> body) {}

  private CompletableFuture<HttpReply> send(
      @Nullable Provider provider,
      HttpCall call,
      HttpUrl url,
      Signer.Signature signature,
      Duration patience,
      int hops) {
    Request request =
        Requests.of(url, call, signature)
            .newBuilder()
            .tag(Patience.class, new Patience(patience))
            .tag(Progress.class, new Progress())
            .build();
    boolean waits = patience.compareTo(replyTimeout) > 0;
    CompletableFuture<HttpReply> future = new CompletableFuture<>();
    Call started;
    try {
      started = (waits ? this.waits : calls).call(request, reach(provider, request));
    } catch (OutOfReachException e) {
      return CompletableFuture.failedFuture(e.asFailure());
    }
    Callback callback =
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException cause) {
            future.completeExceptionally(
                cause instanceof OutOfReachException e ? e.asFailure() : failure(failed, cause));
          }

          @Override
          public void onResponse(Call answered, Response response) {
            try (response) {
              LOG.debug("{} {} -> {}", call.method(), request.url().host(), response.code());
              String location = response.header("Location");
              if (response.isRedirect() && location != null && mayFollow(call, response)) {
                follow(provider, call, signature, patience, hops, request, location, future);
              } else {
                future.complete(ReplyReader.read(response, call.binaryFields(), maxBody));
              }
            } catch (OutOfReachException e) {
              future.completeExceptionally(e.asFailure());
            } catch (IOException e) {
              future.completeExceptionally(failure(answered, e));
            } catch (RuntimeException e) {
              future.completeExceptionally(e);
            }
          }
        };
    if (waits) {
      started.enqueue(callback);
    } else {
      queue.enter(request.url().host() + ":" + request.url().port(), started, callback);
    }
    return future;
  }

  /** Only questions are asked again elsewhere; a submission that is sent away is an error. */
  private static boolean mayFollow(HttpCall call, Response response) {
    return call.method().equals("GET") && response.code() != 304;
  }

  private void follow(
      @Nullable Provider provider,
      HttpCall call,
      Signer.Signature signature,
      Duration patience,
      int hops,
      Request request,
      String location,
      CompletableFuture<HttpReply> future)
      throws IOException {
    HttpUrl target = request.url().resolve(location);
    if (target == null) {
      throw new OutOfReachException(
          request.url().host(), "redirects to what " + OutOfReachException.NO_HTTP);
    }
    if (hops >= MAX_REDIRECTS) {
      throw new IOException("redirects without end");
    }
    boolean own = provider != null && provider.owns(target);
    HttpCall next = HttpCall.to(call.method(), target.uri());
    for (Map.Entry<String, String> header :
        own ? call.headers().entrySet() : Set.<Map.Entry<String, String>>of()) {
      next = next.header(header.getKey(), header.getValue());
    }
    for (Map.Entry<String, HttpCall.BinaryText> field : call.binaryFields().entrySet()) {
      next = next.binary(field.getKey(), field.getValue());
    }
    send(provider, next, target, own ? signature : Signer.Signature.NONE, patience, hops + 1)
        .whenComplete(
            (reply, failure) -> {
              if (failure != null) {
                future.completeExceptionally(failure);
              } else {
                future.complete(reply);
              }
            });
  }

  private static Reach reach(@Nullable Provider provider, Request request) {
    // Without a provider it is an address that an adapter declares, not one that a reply gave.
    return provider == null ? Reach.EVERYWHERE : provider.reach(request.url());
  }

  private static ExchangeException failure(Call call, IOException cause) {
    Progress progress = call.request().tag(Progress.class);
    boolean timeout = cause instanceof InterruptedIOException;
    String host = call.request().url().host();
    String reason = timeout ? "no answer in time" : String.valueOf(cause.getMessage());
    boolean sent = (progress == null || progress.sent()) && !Progress.disowned(cause);
    return new ExchangeException(host + ": " + reason, sent, timeout, cause);
  }

  @Override
  public void close() {
    for (GuardedClient client : new GuardedClient[] {calls, waits, streams.client()}) {
      client.open().dispatcher().cancelAll();
      client.open().dispatcher().executorService().shutdown();
    }
    calls.open().connectionPool().evictAll();
  }
}
