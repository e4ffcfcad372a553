// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as it is, with the built-in models. */
class DemoTest {
  @TempDir Path folder;

  @Test
  void oneOfEachKindAndAPageThatShowsThem() throws IOException {
    Cli.Outcome outcome = Cli.run("demo", "a lighthouse <by> the sea", "--out", folder.toString());

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertBegins("image.png", "\u0089PNG");
    assertBegins("segment.png", "\u0089PNG");
    assertBegins("upscale.png", "\u0089PNG");
    assertThat(folder.resolve("vector.svg")).content().contains("<svg");
    assertThat(head("video.mp4").substring(4)).startsWith("ftyp");
    assertBegins("music.wav", "RIFF");
    assertBegins("sound.wav", "RIFF");
    assertBegins("speech.wav", "RIFF");
    assertBegins("model3d.glb", "glTF");
    assertThat(folder.resolve("transcript.txt")).content().contains("lighthouse");

    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page).contains("<h1>a lighthouse &lt;by&gt; the sea</h1>").contains("10 made");
    assertThat(
            Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toSet()))
        .hasSize(10)
        .allSatisfy(link -> assertThat(folder.resolve(link)).isNotEmptyFile());
    assertThat(outcome.out()).endsWith(folder.resolve("index.html") + System.lineSeparator());
  }

  @Test
  void aFileIsNoPlaceForManyFiles() {
    assertThat(Cli.run("demo", "a fox", "--out", folder + "/one.png").exit()).isEqualTo(2);
  }

  private void assertBegins(String file, String magic) throws IOException {
    assertThat(head(file)).startsWith(magic);
  }

  private String head(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    return new String(bytes, 0, 16, StandardCharsets.ISO_8859_1);
  }
}
