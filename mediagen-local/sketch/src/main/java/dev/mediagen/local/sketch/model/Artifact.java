// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One file that a run made, with the facts that are reported of it.
 *
 * @param facts further JSON members of the output: width, height, duration, seed, …
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Artifact(
    byte[] bytes, String contentType, String extension, String role, ObjectNode facts) {

  /** A file without further facts. */
  public static Artifact of(byte[] bytes, String contentType, String extension, String role) {
    return new Artifact(bytes, contentType, extension, role, JsonNodeFactory.instance.objectNode());
  }

  /** Adds the size of a picture. */
  public Artifact sized(int width, int height) {
    ObjectNode more = facts.deepCopy();
    more.put("width", width).put("height", height);
    return new Artifact(bytes, contentType, extension, role, more);
  }

  /** Adds a length in seconds. */
  public Artifact lasting(double seconds) {
    ObjectNode more = facts.deepCopy();
    more.put("duration", Math.round(seconds * 1000) / 1000.0);
    return new Artifact(bytes, contentType, extension, role, more);
  }

  /** Adds the seed that was used. */
  public Artifact seeded(long seed) {
    ObjectNode more = facts.deepCopy();
    more.put("seed", seed);
    return new Artifact(bytes, contentType, extension, role, more);
  }
}
