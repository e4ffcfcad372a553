// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpReplyTest {
  private static final HttpReply REPLY =
      HttpReply.json(
          200, "{\"id\":\"a\",\"n\":5,\"none\":null,\"empty\":\"\",\"list\":[{\"x\":1}]}");

  @Test
  void a_pointer_finds_texts_and_numbers_and_nothing_else() {
    assertThat(REPLY.at("/id")).hasValue("a");
    assertThat(REPLY.at("/n")).hasValue("5");
    assertThat(REPLY.at("/list/0/x")).hasValue("1");
    assertThat(REPLY.at("/none")).isEmpty();
    assertThat(REPLY.at("/empty")).isEmpty();
    assertThat(REPLY.at("/list")).isEmpty();
    assertThat(REPLY.at("/missing")).isEmpty();
  }

  @Test
  void what_is_required_and_missing_is_named() {
    assertThatThrownBy(() -> REPLY.required("/task_id"))
        .isInstanceOf(UnreadableReplyException.class)
        .hasMessage("the reply has no /task_id");
  }

  @Test
  void a_page_where_json_should_be_is_shown_in_short() {
    HttpReply page =
        HttpReply.of(
            200,
            Map.of("content-type", "Text/HTML; charset=utf-8"),
            Blob.of(("<html>" + "x".repeat(999)).getBytes(StandardCharsets.UTF_8)));

    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.isJson()).isFalse();
    assertThat(page.jsonOrMissing().isMissingNode()).isTrue();
    assertThatThrownBy(page::json)
        .hasMessageStartingWith("JSON expected, got text/html: <html>xxx")
        .hasMessageEndingWith("...");
  }

  @Test
  void headers_are_found_in_any_case() {
    HttpReply reply = HttpReply.of(200, Map.of("X-Request-Id", "r"), Blob.of(new byte[0]));

    assertThat(reply.header("x-request-id")).isEqualTo(Optional.of("r"));
    assertThat(reply.mediaType()).isEqualTo("application/octet-stream");
  }

  @Test
  void bytes_are_only_where_a_call_declared_them() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("a", "text");
    Blob bytes = Blob.of(new byte[] {1});
    tree.putPOJO("b", bytes);
    HttpReply reply = HttpReply.of(200, Map.of(), tree);

    assertThat(reply.blob(tree.get("b"))).isSameAs(bytes);
    assertThatThrownBy(() -> reply.blob(tree.get("a")))
        .isInstanceOf(UnreadableReplyException.class)
        .hasMessageContaining("STRING");
  }

  /** An error reply with decoded bytes in it could not be shown: the bytes were no JSON. */
  @Test
  void a_reply_with_decoded_bytes_can_be_shown_in_short() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("why", "half done");
    tree.putPOJO("b64", Blob.of(new byte[3]));

    assertThat(HttpReply.of(500, Map.of(), tree).excerpt()).contains("half done");
  }

  @Test
  void a_call_is_never_changed_by_what_is_built_on_it() {
    HttpCall base = HttpCall.post("/jobs").query("a", 1);
    HttpCall more = base.query("b", 2).header("H", "v").anonymous().binary("data");

    assertThat(base.query()).containsOnlyKeys("a");
    assertThat(base.headers()).isEmpty();
    assertThat(base.isAnonymous()).isFalse();
    assertThat(base.binaryFields()).isEmpty();
    assertThat(more.query()).containsEntry("a", "1").containsEntry("b", "2");
    assertThat(more.binaryFields()).containsEntry("data", HttpCall.BinaryText.BASE64);
  }
}
