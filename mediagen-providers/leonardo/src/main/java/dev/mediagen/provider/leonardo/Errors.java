// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/**
 * Leonardo's errors: {@code {"error", "code"}} from the older endpoints, a list of {@code
 * {"message", "extensions"}} from the newer one, there inside a 200 too. Codes say little, so that
 * mostly the text decides.
 */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.AUTHENTICATION, "invalid-jwt", "access-denied")
          .phrase(ErrorKind.CONTENT_FILTERED, "moderation filter", "inappropriate")
          .phrase(ErrorKind.INSUFFICIENT_CREDITS, "not enough api tokens")
          .status(ErrorKind.AUTHENTICATION, 403)
          .status(ErrorKind.PROVIDER_UNAVAILABLE, 504);

  private Errors() {}

  /** Whether a reply is an error in spite of its status: a list, or a record that is not there. */
  static boolean hides(HttpReply reply) {
    return reply.jsonOrMissing().isArray() || missing(reply.jsonOrMissing());
  }

  private static boolean missing(JsonNode json) {
    JsonNode variations = json.path("generated_image_variation_generic");
    return json.path("generations_by_pk").isNull()
        || variations.isNull()
        || (variations.isArray() && variations.isEmpty());
  }

  static ErrorDetails of(HttpReply reply) {
    JsonNode json = reply.jsonOrMissing();
    if (reply.success() && missing(json)) {
      return TABLE.details(404, Optional.empty(), "Leonardo knows no such job").build();
    }
    Fields error = new Fields(json.isArray() ? json.path(0) : json);
    Optional<String> code =
        error.text("code").or(() -> new Fields(error.node().path("extensions")).text("code"));
    String message = error.text("error").or(() -> error.text("message")).orElseGet(reply::excerpt);
    // An error inside a 200 says that the call was refused.
    return TABLE.details(reply.success() ? 400 : reply.status(), code, message).build();
  }

  /** A failed job has no reason. */
  static ErrorDetails ofJob() {
    return TABLE.details(200, Optional.empty(), "").build();
  }

  /** A job that is complete without a single picture. */
  static ErrorDetails removed() {
    return ErrorDetails.of(
            ErrorKind.CONTENT_FILTERED, "the job is complete, but moderation removed every output")
        .build();
  }
}
