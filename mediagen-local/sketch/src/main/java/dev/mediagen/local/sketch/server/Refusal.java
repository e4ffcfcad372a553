// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.local.sketch.model.InvalidInput;
import java.util.List;

/** A request that is answered with an HTTP error, in the two shapes of the protocol. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final ObjectNode body;

  private Refusal(int status, String message, ObjectNode body) {
    super(message);
    this.status = status;
    this.body = body;
  }

  static Refusal of(int status, String errorCode, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return new Refusal(status, message, body.put("error", message).put("error_code", errorCode));
  }

  static Refusal unknown(String what) {
    return of(404, "not_found", what + " is not known here");
  }

  /** A part of the request that does not fit; {@code place} leads to it. */
  static Refusal invalid(String type, String message, List<String> place) {
    Refusal refusal = of(422, "invalid_input", message);
    ObjectNode detail = refusal.body.putArray("detail").addObject();
    place.forEach(detail.putArray("loc")::add);
    detail.put("msg", message).put("type", type);
    return refusal;
  }

  static Refusal of(InvalidInput fault) {
    return invalid(
        fault.type(), String.valueOf(fault.getMessage()), List.of("body", "input", fault.field()));
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    return body;
  }
}
