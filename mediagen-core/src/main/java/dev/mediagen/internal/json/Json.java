// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.mediagen.spi.Blob;
import java.io.IOException;

/** The one JSON mapper, with bounds on what strangers may send. */
public final class Json {
  /** Numbers keep their digits; depth and string length are bounded. */
  public static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(50_000_000)
                          .build())
                  .build())
          .registerModule(new SimpleModule().addSerializer(Blob.class, new BlobText()))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** Bytes that were decoded out of a reply are counted, not shown. */
  private static final class BlobText extends JsonSerializer<Blob> {
    @Override
    public void serialize(Blob blob, JsonGenerator out, SerializerProvider ignored)
        throws IOException {
      out.writeString("<" + blob.size() + " bytes>");
    }
  }

  /** A tree as text. */
  public static String text(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
