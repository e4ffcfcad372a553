// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpCall.BinaryText;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, BinaryText> FIELDS =
      Map.of("image", BinaryText.BASE64, "sound", BinaryText.HEX, "b64/é", BinaryText.BASE64);

  /** Gives out as few bytes at a time as it likes. */
  private static final class Dripping extends FilterInputStream {
    private final Random random;
    private final int most;

    Dripping(byte[] bytes, Random random, int most) {
      super(new ByteArrayInputStream(bytes));
      this.random = random;
      this.most = most;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(most)));
    }
  }

  private static BinaryFields filter(InputStream in) {
    return new BinaryFields(in, FIELDS, 1 << 20);
  }

  private static BinaryFields filter(String json) {
    return filter(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static void read(String json) throws IOException {
    try (BinaryFields filter = filter(json)) {
      filter.readAllBytes();
    }
  }

  private static byte[] bytes(Blob blob) throws IOException {
    try (InputStream in = blob.open()) {
      return in.readAllBytes();
    }
  }

  /** Random JSON, written in many ways and cut anywhere, is what a parser alone makes of it. */
  @Test
  void what_comes_out_is_what_a_parser_alone_would_make_of_it() throws IOException {
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      JsonNode tree = object(random, 0);
      byte[] json = written(tree, random).getBytes(StandardCharsets.UTF_8);
      assertThat(JSON.readTree(json)).as("seed " + seed).isEqualTo(tree);

      BinaryFields filter = filter(new Dripping(json, random, 1 + random.nextInt(40)));
      JsonNode out =
          JSON.readTree(new Dripping(filter.readAllBytes(), random, 1 + random.nextInt(40)));

      same(tree, out, filter, "seed " + seed);
    }
  }

  private static void same(JsonNode wanted, JsonNode given, BinaryFields filter, String as)
      throws IOException {
    if (wanted.isObject()) {
      List<String> names = new ArrayList<>();
      wanted.fieldNames().forEachRemaining(names::add);
      assertThat(given.fieldNames()).as(as).toIterable().containsExactlyElementsOf(names);
      for (String name : names) {
        JsonNode value = wanted.get(name);
        if (FIELDS.containsKey(name) && value.isTextual()) {
          String text = value.asText().replaceAll("\\s", "");
          assertThat(bytes(filter.blob(given.get(name).asText())))
              .as(as)
              .isEqualTo(
                  FIELDS.get(name) == BinaryText.HEX
                      ? HexFormat.of().parseHex(text)
                      : Base64.getDecoder().decode(text));
        } else {
          same(value, given.get(name), filter, as);
        }
      }
    } else if (wanted.isArray()) {
      assertThat(given).as(as).hasSameSizeAs(wanted);
      for (int i = 0; i < wanted.size(); i++) {
        same(wanted.get(i), given.get(i), filter, as);
      }
    } else {
      assertThat(given).as(as).isEqualTo(wanted);
    }
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JSON.createObjectNode();
    for (int i = random.nextInt(6); i >= 0; i--) {
      switch (random.nextInt(9)) {
        case 0, 1 -> object.put("image", base64(random));
        case 2 -> object.put("sound", HexFormat.of().formatHex(random(random)));
        case 3 -> object.put("b64/é", base64(random));
        case 4 -> object.put(name(random), "image\": \"" + name(random) + "\\\"\u00e9\ud83d\ude00");
        case 5 -> object.put("image", random.nextInt());
        case 6 -> object.set(name(random), depth < 4 ? object(random, depth + 1) : null);
        case 7 -> object.set(random.nextBoolean() ? "image" : "a", array(random, depth));
        default -> object.put(name(random), "image");
      }
    }
    return object;
  }

  private static ArrayNode array(Random random, int depth) {
    ArrayNode array = JSON.createArrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      if (depth < 4 && random.nextBoolean()) {
        array.add(object(random, depth + 1));
      } else {
        array.add("image").add(base64(random)).add(true).addNull().add(-1.5e3);
      }
    }
    return array;
  }

  private static String name(Random random) {
    return List.of("id", "imag", "images", "im\"age", "\\image", "sound ", "é", "", "a:b", "url")
        .get(random.nextInt(10));
  }

  private static byte[] random(Random random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 150_000 : 100)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(Random random) {
    byte[] bytes = random(random);
    return random.nextInt(4) == 0
        ? Base64.getMimeEncoder().encodeToString(bytes)
        : Base64.getEncoder().encodeToString(bytes);
  }

  /** The text of a tree, with white space, and with escapes where none are needed. */
  private static String written(JsonNode tree, Random random) throws IOException {
    String plain =
        random.nextBoolean()
            ? JSON.writeValueAsString(tree)
            : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    if (random.nextInt(3) == 0) {
      plain = plain.replaceAll("(?<!\\\\)\":", "\"\n \t: ");
    }
    if (random.nextInt(3) == 0) {
      plain = plain.replace("/", "\\/");
    }
    return random.nextInt(3) == 0
        ? plain.replace("+", "\\u002b").replace("image", "im\\u0061g\\u0065")
        : plain;
  }

  @Test
  void each_place_gets_the_number_of_its_bytes() throws IOException {
    BinaryFields filter = filter("{\"image\":\"AQI=\",\"id\":7,\"a\":[{\"sound\" : \"0aFF\"}]}");

    assertThat(new String(filter.readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\"image\":\"0\",\"id\":7,\"a\":[{\"sound\" : \"1\"}]}");
    assertThat(bytes(filter.blob("0"))).containsExactly(1, 2);
    assertThat(bytes(filter.blob("1"))).containsExactly(10, -1);
  }

  @Test
  void base64_without_its_padding_is_taken() throws IOException {
    BinaryFields filter = filter("{\"image\":\"AQI\"}");

    filter.readAllBytes();

    assertThat(bytes(filter.blob("0"))).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"image\":\"***\"}",
        "{\"image\":\"A\"}",
        "{\"image\":\"AQI=AQI=\"}",
        "{\"image\":\"AQ\\\"I\"}",
        "{\"image\":\"AQ\\u00e9I\"}",
        "{\"image\":\"AQ\\u00zzI=\"}",
        "{\"image\":\"AQ\\xI=\"}",
        "{\"image\":\"AQé=\"}",
        "{\"sound\":\"0\"}",
        "{\"sound\":\"0g\"}",
        "{\"sound\":\"0a0\"}"
      })
  void text_that_stands_for_no_bytes_is_refused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void base64_that_goes_on_after_its_end_is_refused_at_the_seam_of_two_chunks_too() {
    String padded = "A".repeat(64 * 1024 - 2) + "==";

    assertThatThrownBy(() -> read("{\"image\":\"" + padded + "AAAA\"}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_field_larger_than_allowed_is_given_up_while_it_comes() {
    String large = "A".repeat(2 << 20);

    assertThatThrownBy(() -> read("{\"image\":\"" + large + "\"}"))
        .isInstanceOf(ExcessException.class);
  }

  @Test
  void json_that_ends_within_a_field_just_ends() throws IOException {
    try (BinaryFields filter = filter("{\"image\":\"AQI=")) {
      assertThat(new String(filter.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("{\"image\":");
    }
  }
}
