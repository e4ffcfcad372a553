// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A file that can be fetched by its name. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record StoredFile(String name, byte[] bytes, String contentType, String sha256, Instant expiresAt) {

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  String path() {
    return "/files/" + name;
  }

  /** What is told of an upload. */
  ObjectNode receipt() {
    ObjectNode json = Json.object().put("id", name).put("name", name);
    json.putObject("urls").put("get", path());
    json.put("url", path()).put("content_type", contentType).put("size", bytes.length);
    json.putObject("checksums").put("sha256", sha256);
    return json.put("expires_at", expiresAt.toString());
  }
}
