// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

/** A run that ends without an output, with the error code that the protocol reports. */
public final class RunFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorCode;

  public RunFailed(String errorCode, String message) {
    super(message);
    this.errorCode = errorCode;
  }

  /** The protocol's code, such as {@code out_of_memory}. */
  public String errorCode() {
    return errorCode;
  }
}
