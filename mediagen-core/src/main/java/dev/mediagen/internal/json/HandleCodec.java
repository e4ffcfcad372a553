// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.JobHandle;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.ProviderAdapter;
import java.util.Objects;

/** Reads handles, which outlive the version that wrote them. */
public final class HandleCodec {
  private HandleCodec() {}

  /** Reads JSON text. */
  public static JobHandle read(String json) {
    JsonNode node = ValueCodec.parse(json);
    int contract = node.path("contract").asInt();
    if (contract > ProviderAdapter.CONTRACT_VERSION) {
      throw InvalidRequestException.of(
          "contract",
          contract,
          "the handle was written by a later version of mediagen; this one reads up to "
              + ProviderAdapter.CONTRACT_VERSION);
    }
    return (JobHandle) Objects.requireNonNull(ValueCodec.decode(node, JobHandle.class, ""));
  }
}
