// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.catalog.Cost;
import dev.mediagen.internal.json.ValueCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What came out of a request: one type of it for each kind of media. Immutable. */
public interface MediaResult {
  /** The model that made it: the one asked for, or the fallback that stepped in. */
  ModelId model();

  /** The handles of the jobs behind it; several when the request had to be split. */
  List<JobHandle> jobs();

  /** All outputs, of whatever role, in the vendor's order. Never empty, but for transcripts. */
  List<MediaAsset> assets();

  /** What did not go as asked: dropped or changed parameters, filtered outputs, odd replies. */
  List<String> warnings();

  /** What it cost, with its source; says «unknown» rather than zero. */
  Cost cost();

  /** From the call to the client until the outputs were known. */
  Duration elapsed();

  /** What else the vendor told, under its own names. */
  Map<String, Object> metadata();

  /** The kind of media. */
  MediaKind kind();

  /**
   * This result as JSON, stable across versions. Outputs that have no URL are written as base64;
   * {@link MediaClient#readResult} reads it back.
   */
  default String toJson() {
    return ValueCodec.write(this);
  }
}
