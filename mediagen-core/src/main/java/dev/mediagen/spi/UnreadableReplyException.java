// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

/** Thrown by adapters and replies when a reply is not what the vendor documents. */
public final class UnreadableReplyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An exception that says what was expected. */
  public UnreadableReplyException(String message) {
    super(message);
  }
}
