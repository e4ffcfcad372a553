// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.OutOfReachException;
import dev.mediagen.internal.http.RetryAfter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import okhttp3.Response;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes behind a URL as one stream, however often the connection breaks. The rest is asked for
 * only where it is certain to be the rest of the same bytes; else everything is taken back and
 * begun anew, and where it cannot be taken back, it fails. Not thread-safe.
 */
final class ResumingStream extends InputStream {
  private static final Set<Integer> BUSY = Set.of(408, 429, 500, 502, 503, 504);
  private static final Set<Integer> GONE = Set.of(403, 404, 410);

  private static final Logger LOG = LoggerFactory.getLogger(ResumingStream.class);

  private final Downloads tools;
  private final Wanted wanted;
  private final Origin origin;
  private final Rewind rewind;
  private final Patience patience;
  private @Nullable Response response;
  private @Nullable BufferedSource source;
  private @Nullable Entity entity;
  private @Nullable String spoiled;
  private @Nullable Throwable notRenewed;
  private long position;
  private boolean renewed;
  private boolean ended;

  ResumingStream(Downloads tools, Wanted wanted, Origin origin, Rewind rewind) {
    this.tools = tools;
    this.wanted = wanted;
    this.origin = origin;
    this.rewind = rewind;
    this.patience = new Patience(tools.clock());
  }

  /** Makes the first call, so that whoever opens the stream learns what is wrong with it. */
  ResumingStream begin() throws IOException {
    connected();
    return this;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!ended) {
      BufferedSource from = connected();
      if (from == null) {
        break;
      }
      try {
        int n = from.read(bytes, offset, length);
        if (n >= 0) {
          passed(n);
          return n;
        }
        requireAll();
        ended = true;
      } catch (IOException e) {
        cut(e, Optional.empty(), 0);
      }
    }
    return -1;
  }

  private void passed(int n) {
    position += n;
    patience.reached(position);
    limit(position);
  }

  private void limit(long size) {
    if (size > tools.maxBytes()) {
      throw wanted.unusable(
          "the output has more than the " + tools.maxBytes() + " bytes that maxDownload allows");
    }
  }

  private void requireAll() throws EOFException {
    long size = entity == null ? position : entity.size().orElse(position);
    if (position < size) {
      throw new EOFException("ended after " + position + " of " + size + " bytes");
    } else if (position > size) {
      throw wanted.unusable(position + " bytes came, " + size + " were announced");
    }
  }

  /** The open reply, at the byte that is next; none when that was the last one. */
  private @Nullable BufferedSource connected() throws IOException {
    while (source == null && !ended) {
      if (position > 0 && entity != null && !entity.recognisable()) {
        spoiled = "the vendor gives no ETag or date by which they could be known again";
      }
      if (spoiled != null) {
        restart(spoiled);
      }
      try {
        Response reply = call();
        response = reply;
        take(reply);
      } catch (OutOfReachException e) {
        close();
        throw new MediaException(
            wanted
                .details(
                    ErrorKind.TRANSFER, "the output is not taken from there: " + e.getMessage())
                .advice(OutOfReachException.ADVICE)
                .build(),
            e);
      } catch (IOException e) {
        cut(e, Optional.empty(), 0);
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }
    return source;
  }

  private Response call() throws IOException {
    if (!renewed && origin.isPast(tools.clock().now()) && origin.renewable()) {
      // What is past its time may be there all the same, should the vendor give no other URL.
      boolean other = renew();
      LOG.debug("a URL past its time {}", other ? "was renewed" : "is tried");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    // A length that counts compressed bytes would be held against the wrong number.
    headers.put("Accept-Encoding", "identity");
    if (position > 0 && entity != null) {
      entity
          .validator()
          .ifPresent(
              validator -> {
                headers.put("Range", "bytes=" + position + "-");
                headers.put("If-Range", validator);
              });
    }
    try {
      return tools.transport().open(wanted.provider(), origin.url(), headers);
    } catch (CompletionException e) {
      if (e.getCause() instanceof MediaException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void take(Response reply) throws IOException {
    int status = reply.code();
    if (status == 206 && position > 0 && entity != null && entity.continues(reply, position)) {
      source = reply.body().source();
    } else if (status == 206 && position > 0) {
      spoil("the vendor answers with another part than the one asked for");
    } else if (status == 416 && position > 0) {
      ended = Entity.endsAt(reply, position);
      spoil("the vendor has no such part");
    } else if (reply.isSuccessful()) {
      takeWhole(reply);
    } else if (BUSY.contains(status)) {
      Optional<Duration> asked = RetryAfter.of(reply.header("Retry-After"), reply.header("Date"));
      release();
      cut(new IOException("HTTP " + status), asked, status);
    } else if (GONE.contains(status)) {
      release();
      if (!renew()) {
        throw gone(status);
      }
    } else {
      throw new MediaException(
          wanted
              .details(ErrorKind.TRANSFER, "the output is not given out")
              .httpStatus(status)
              .build());
    }
  }

  /** All bytes come, from the first on. */
  private void takeWhole(Response reply) throws IOException {
    Entity now = Entity.of(reply);
    BufferedSource body = decoded(reply, now);
    if (position > 0 && entity != null && entity.same(now)) {
      body.skip(position);
      source = body;
      return;
    }
    if (position > 0) {
      spoil("the vendor has other bytes there now");
      return;
    }
    entity = now;
    now.size().ifPresent(this::limit);
    long announced = wanted.output().size().orElse(now.size().orElse(0L));
    if (now.size().isPresent() && now.size().get() != announced) {
      throw wanted.unusable(now.size().get() + " bytes come, " + announced + " were announced");
    }
    Impostor.refuse(wanted, body);
    source = body;
  }

  private BufferedSource decoded(Response reply, Entity now) {
    String encoding = now.encoding().orElse("");
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "" -> reply.body().source();
      case "gzip", "x-gzip" -> Okio.buffer(new GzipSource(reply.body().source()));
      default ->
          throw wanted.unusable(
              "the vendor compressed the output with " + encoding + ", which was not asked for");
    };
  }

  /** The connection broke, or the vendor cannot now: waits, or gives up. */
  private void cut(IOException why, Optional<Duration> asked, int status) throws IOException {
    release();
    if (Thread.currentThread().isInterrupted()) {
      throw why instanceof InterruptedIOException
          ? why
          : new InterruptedIOException(why.getMessage());
    }
    if (!patience.again(asked)) {
      ErrorDetails.Builder details =
          wanted
              .details(
                  ErrorKind.TRANSFER,
                  "the download broke off after " + position + " bytes: " + why.getMessage())
              .retryAfter(asked)
              .retryable(true);
      throw new MediaException((status == 0 ? details : details.httpStatus(status)).build(), why);
    }
  }

  /** Asks for another URL, once; whether there is one. */
  private boolean renew() throws IOException {
    if (renewed) {
      return false;
    }
    renewed = true;
    try {
      return origin.renew();
    } catch (ExecutionException e) {
      notRenewed = e.getCause();
      return false;
    }
  }

  private MediaException gone(int status) {
    String asked =
        notRenewed == null ? "" : ", and asking for it again failed: " + notRenewed.getMessage();
    return new MediaException(
        wanted
            .details(ErrorKind.EXPIRED, "the vendor no longer gives the output out" + asked)
            .httpStatus(status)
            .build(),
        notRenewed);
  }

  /** What was given out so far does not go together with what the vendor has. */
  private void spoil(String why) {
    release();
    spoiled = why;
  }

  private void restart(String why) throws IOException {
    if (!rewind.toStart()) {
      close();
      throw new MediaException(
          wanted
              .details(
                  ErrorKind.TRANSFER,
                  "the download broke off after "
                      + position
                      + " bytes and cannot be taken up there: "
                      + why)
              .advice("download it again, to a file: what is in a file can be taken back")
              .retryable(true)
              .build());
    }
    position = 0;
    entity = null;
    spoiled = null;
  }

  private void release() {
    if (response != null) {
      response.close();
    }
    response = null;
    source = null;
  }

  @Override
  public void close() {
    ended = true;
    release();
  }
}
