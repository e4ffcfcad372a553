// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.io.IOException;

/** A reply is larger than any reply should be. */
final class ExcessException extends IOException {
  private static final long serialVersionUID = 1;

  ExcessException(String message) {
    super(message);
  }
}
