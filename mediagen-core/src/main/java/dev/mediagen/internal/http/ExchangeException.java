// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.io.IOException;

/** An exchange that brought no reply, with what is known of how far the call got. */
public final class ExchangeException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean sent;
  private final boolean timeout;

  ExchangeException(String message, boolean sent, boolean timeout, Throwable cause) {
    super(message, cause);
    this.sent = sent;
    this.timeout = timeout;
  }

  /**
   * Whether the other side may have the whole call. What broke off before its end, or was sent back
   * unread, can be made again.
   */
  public boolean sent() {
    return sent;
  }

  /** Whether it was given up because it took too long. */
  public boolean timeout() {
    return timeout;
  }
}
