// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.bytes;

/** The ways in which bytes reach a file here; each of the library's has its bare counterpart. */
enum Way {
  BARE_FILE,
  ASSET_FILE,
  BARE_JSON,
  ASSET_JSON;

  private static final long VIDEO = 2L << 30;
  private static final long IMAGE = 256L << 20;

  /** Whether it is the library's. */
  boolean isAsset() {
    return this == ASSET_FILE || this == ASSET_JSON;
  }

  /** Whether the bytes are text within JSON. */
  boolean isJson() {
    return this == BARE_JSON || this == ASSET_JSON;
  }

  Way bare() {
    return isJson() ? BARE_JSON : BARE_FILE;
  }

  /** The bytes of the output. */
  long outputSize() {
    return isJson() ? IMAGE / 3 * 3 : VIDEO;
  }

  /** The bytes of the reply's body. */
  long bodySize() {
    return isJson() ? BytesVendor.jsonSize(outputSize()) : outputSize();
  }

  /** The bytes of the file in the end. */
  long fileSize() {
    return isAsset() ? outputSize() : bodySize();
  }
}
