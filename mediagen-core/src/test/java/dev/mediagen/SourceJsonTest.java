// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.image.ImageRequest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceJsonTest {
  static Stream<MediaSource> every_source() {
    return Stream.of(
        MediaSource.file(Path.of("a b", "ü.png")),
        MediaSource.url("https://example.org/a%20b.png?sig=1%2F2#x"),
        MediaSource.bytes(new byte[] {0, -128, 127}, "audio/wav"),
        MediaSource.bytes(new byte[0], "text/plain"),
        MediaSource.job(FullRequests.HANDLE, 0),
        MediaSource.job(FullRequests.HANDLE, 3),
        MediaSource.stored("file-123"));
  }

  private static MediaSource read(String source) {
    String json = "{'kind':'image','model':'a/b','source':" + source + "}";
    return ((ImageRequest) MediaRequest.fromJson(json.replace('\'', '"'))).source().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("every_source")
  void every_kind_of_source_survives_the_way_there_and_back(MediaSource source) {
    ImageRequest request = ImageRequest.builder().model("a/b").source(source).build();

    assertThat(MediaRequest.fromJson(request.toJson())).isEqualTo(request);
  }

  @Test
  void a_bare_text_is_a_url_or_a_path() {
    assertThat(read("'https://example.org/a.png'"))
        .isEqualTo(MediaSource.url("https://example.org/a.png"));
    assertThat(read("'pictures/a.png'")).isEqualTo(MediaSource.file(Path.of("pictures/a.png")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'url':'ftp://example.org/a'}",
        "{'url':'no url'}",
        "{'data':'AAAA'}",
        "{'data':'*','mediaType':'image/png'}",
        "{'nothing':1}",
        "{'job':{'model':'a/b'}}",
        "[]"
      })
  void a_source_that_cannot_be_read_is_refused(String source) {
    assertThatThrownBy(() -> read(source)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void bytes_are_copied_on_the_way_in_and_out() {
    byte[] mine = {1, 2, 3};
    MediaSource.Bytes source = (MediaSource.Bytes) MediaSource.bytes(mine, "image/png");
    mine[0] = 9;
    source.bytes()[1] = 9;

    assertThat(source.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void a_source_never_shows_the_query_of_its_url() {
    assertThat(MediaSource.url("https://example.org/a.png?sig=s3cr3t").toString())
        .isEqualTo("https://example.org/a.png");
  }

  @Test
  void a_source_shows_how_many_bytes_it_has_and_not_which() {
    assertThat(MediaSource.bytes(new byte[7], "image/png")).hasToString("7 bytes of image/png");
  }
}
