// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

/**
 * Why a delivery is not believed, on its way to becoming a verdict. The reason quotes nothing of
 * the delivery.
 */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  Refusal(String reason) {
    // Strangers can cause as many of these as they like: no stack trace is taken.
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
