// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/**
 * Remembers of a call whether the other side may have the whole of it. A request that broke off
 * before its last byte is one that nobody can have accepted: its length, its last chunk or the end
 * of its HTTP/2 stream is missing.
 */
final class Progress {
  private volatile boolean sent;

  /** Whether headers and body were handed to the socket, or may have been. */
  boolean sent() {
    return sent;
  }

  /**
   * Whether a failure says by itself that the other side did not work on the call: RFC 9113, 8.7.
   * OkHttp gives the same code to streams that a GOAWAY leaves out.
   */
  static boolean disowned(IOException cause) {
    // Its exception is in a package that is not exported, so it is known by its words.
    return cause.getClass().getSimpleName().equals("StreamResetException")
        && String.valueOf(cause.getMessage()).endsWith("REFUSED_STREAM");
  }

  /** Listens to every call that carries a {@link Progress}. */
  static final class Factory implements EventListener.Factory {
    @Override
    public EventListener create(Call call) {
      Progress progress = call.request().tag(Progress.class);
      return progress == null ? EventListener.NONE : new Listener(progress);
    }
  }

  private static final class Listener extends EventListener {
    private final Progress progress;

    Listener(Progress progress) {
      this.progress = progress;
    }

    /** One call can be several requests: after some answers OkHttp asks again by itself. */
    @Override
    public void requestHeadersStart(Call call) {
      progress.sent = false;
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
      progress.sent = request.body() == null;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
      progress.sent = true;
    }

    /**
     * What a socket does not take is the end of the request. Only when it was given up for want of
     * time, the last bytes may have been taken in the same moment.
     */
    @Override
    public void requestFailed(Call call, IOException cause) {
      progress.sent = cause instanceof InterruptedIOException;
    }
  }
}
