// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Remembers of a call whether any byte of it may have left this machine. */
final class Progress {
  private volatile boolean sent;

  boolean sent() {
    return sent;
  }

  /** Listens to every call that carries a {@link Progress}. */
  static final class Factory implements EventListener.Factory {
    @Override
    public EventListener create(Call call) {
      Progress progress = call.request().tag(Progress.class);
      return progress == null
          ? EventListener.NONE
          : new EventListener() {
            @Override
            public void requestHeadersStart(Call started) {
              progress.sent = true;
            }
          };
    }
  }
}
