// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a,image/png",
    "ffd8ffe0,image/jpeg",
    "474946383961,image/gif",
    "524946460000000057454250,image/webp",
    "524946460000000057415645,audio/wav",
    "000000186674797069736f6d,video/mp4",
    "00000018667479706d703432,video/mp4",
    "00000018667479704d344120,audio/mp4",
    "000000146674797071742020,video/quicktime",
    "0000001c6674797061766966,image/avif",
    "1a45dfa3,video/webm",
    "49443304,audio/mpeg",
    "fffb9064,audio/mpeg",
    "fff39064,audio/mpeg",
    "664c6143,audio/flac",
    "4f676753,audio/ogg",
    "676c5446,model/gltf-binary",
    "424d360000000000000036000000,image/bmp"
  })
  void the_first_bytes_betray_the_type(String hex, String type) {
    assertThat(MediaTypes.sniff(HexFormat.of().parseHex(hex))).hasValue(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<svg xmlns='x'/>", " \n<svg>", "<?xml version='1.0'?><!-- a --><svg>"})
  void a_drawing_is_known_by_its_first_element(String text) {
    assertThat(MediaTypes.sniff(text.getBytes(StandardCharsets.UTF_8))).hasValue("image/svg+xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "hello", "<?xml?><feed>", "RIFF", "RIFF1234AVI ", "{\"a\":1}"})
  void bytes_that_betray_nothing_are_not_guessed_at(String text) {
    assertThat(MediaTypes.sniff(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  /** Every transcript that began with «BM» was taken for a bitmap. */
  @Test
  void a_text_that_begins_with_two_letters_of_a_bitmap_is_no_picture() {
    assertThat(MediaTypes.sniff("BMW sold 2.5 million cars".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  /** Photos of many phones were refused as videos. */
  @ParameterizedTest
  @ValueSource(strings = {"heic", "heix", "mif1"})
  void a_photo_in_an_mp4_box_is_no_video(String brand) {
    byte[] head = ("\0\0\0\u0018ftyp" + brand).getBytes(StandardCharsets.US_ASCII);

    assertThat(MediaTypes.sniff(head)).hasValue("image/heic");
  }

  @ParameterizedTest
  @CsvSource({
    "a.PNG,image/png",
    "dir/b.tar.mp4,video/mp4",
    "c.jpeg,image/jpeg",
    "song.mp3,audio/mpeg",
    "x.glb,model/gltf-binary"
  })
  void a_file_name_promises_a_type(String name, String type) {
    assertThat(MediaTypes.byName(name)).hasValue(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.xyz", ""})
  void a_file_name_without_a_known_extension_promises_nothing(String name) {
    assertThat(MediaTypes.byName(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg,jpg",
    "IMAGE/JPG; q=1,jpg",
    "audio/x-wav,wav",
    "audio/mp3,mp3",
    "application/x-subrip,srt",
    "foo/bar,bin"
  })
  void a_type_has_a_usual_extension(String type, String extension) {
    assertThat(MediaTypes.extension(type)).isEqualTo(extension);
  }
}
