// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

/** A file that came in with a request. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Media(byte[] bytes, String contentType) {

  /** Finds the bytes behind an input value. */
  @FunctionalInterface
  public interface Source {
    /**
     * The file that the value stands for.
     *
     * @throws IllegalArgumentException if there is none; the message says why
     */
    Media open(String value);
  }
}
