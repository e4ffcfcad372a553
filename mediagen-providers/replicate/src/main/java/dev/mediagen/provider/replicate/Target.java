// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.HttpCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a model says of where predictions are made.
 *
 * @param deployment whether it is a deployment
 * @param path owner and name; empty for a version that stands alone
 * @param version the version, where the name has one
 */
record Target(boolean deployment, String path, Optional<String> version) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<deployment>deployments/)?(?<path>[\\w.-]+/[\\w.-]+)(:(?<version>\\w+))?"
              + "|(?<alone>[0-9a-f]{64})");

  static Target of(String name) {
    Matcher parts = NAME.matcher(name);
    Optional<String> version =
        parts.matches()
            ? Optional.ofNullable(parts.group("alone"))
                .or(() -> Optional.ofNullable(parts.group("version")))
            : Optional.empty();
    if (!parts.matches() || (parts.group("deployment") != null && version.isPresent())) {
      throw InvalidRequestException.of(
          "model", name, "owner/name, owner/name:version or deployments/owner/name");
    }
    String path = Optional.ofNullable(parts.group("path")).orElse("");
    return new Target(parts.group("deployment") != null, path, version);
  }

  /** The call that tells of the model; a deployment tells no schema, nor does a bare version. */
  Optional<HttpCall> description() {
    if (deployment || path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        HttpCall.get("/models/" + path + version.map(id -> "/versions/" + id).orElse("")));
  }
}
