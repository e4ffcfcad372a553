// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

/** An input field that cannot be accepted; the message names the value and what is allowed. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String type;

  public InvalidInput(String field, String type, String message) {
    super(message);
    this.field = field;
    this.type = type;
  }

  /** The input field at fault. */
  public String field() {
    return field;
  }

  /** The kind of fault, in the words of the protocol: {@code missing}, {@code value_error}, … */
  public String type() {
    return type;
  }
}
