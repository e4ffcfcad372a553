// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PicturesTest extends WorkerTest {
  private static ObjectNode small(String prompt, long seed) {
    return Worker.prompt(prompt, seed).put("width", 192).put("height", 128);
  }

  private static BufferedImage decode(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static double brightness(BufferedImage image) {
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color c = new Color(image.getRGB(x, y));
        sum += 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
      }
    }
    return sum / image.getWidth() / image.getHeight();
  }

  /** A blue disc on white. */
  private static byte[] disc(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size, size);
    graphics.setColor(Color.BLUE);
    graphics.fillOval(size / 4, size / 4, size / 2, size / 2);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void drawsPngOfTheSizeAskedFor() throws Exception {
    JsonNode output = worker.output("sketch-image", small("a harbour at noon", 1));
    BufferedImage image = decode(worker.fetch(output));
    assertThat(image.getWidth()).isEqualTo(192).isEqualTo(output.get("width").asInt());
    assertThat(image.getHeight()).isEqualTo(128).isEqualTo(output.get("height").asInt());
    assertThat(output.get("seed").asLong()).isEqualTo(1);
    assertThat(output.get("role").asText()).isEqualTo("image");
  }

  @Test
  void sameInputGivesSameBytesAndAnotherSeedDoesNot() throws Exception {
    byte[] first = worker.file("sketch-image", small("hills in spring", 5));
    assertThat(worker.file("sketch-image", small("hills in spring", 5))).isEqualTo(first);
    assertThat(worker.file("sketch-image", small("hills in spring", 6))).isNotEqualTo(first);
  }

  @Test
  void drawnSeedIsToldAndGivesTheSameAgain() throws Exception {
    ObjectNode open = small("a valley", 0);
    open.remove("seed");
    JsonNode output = worker.output("sketch-image", open);
    byte[] again = worker.file("sketch-image", small("a valley", output.get("seed").asLong()));
    assertThat(again).isEqualTo(worker.fetch(output));
  }

  @Test
  void nightIsDarkerThanDay() throws Exception {
    BufferedImage day = decode(worker.file("sketch-image", small("the sea by day", 3)));
    BufferedImage night = decode(worker.file("sketch-image", small("the sea at night", 3)));
    assertThat(brightness(night)).isLessThan(brightness(day) / 2);
  }

  @Test
  void namedColourColoursThePicture() throws Exception {
    BufferedImage plain = decode(worker.file("sketch-image", small("a fox by day", 3)));
    BufferedImage red = decode(worker.file("sketch-image", small("a red fox by day", 3)));
    assertThat(redness(red)).isGreaterThan(redness(plain));
  }

  private static double redness(BufferedImage image) {
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color c = new Color(image.getRGB(x, y));
        sum += c.getRed() - c.getBlue();
      }
    }
    return sum;
  }

  @Test
  void drawsSeveralJpegs() throws Exception {
    ObjectNode input = small("a field", 9).put("count", 2).put("output_format", "jpeg");
    JsonNode output = worker.end(worker.submit("sketch-image", input)).get("output");
    assertThat(output).hasSize(2);
    assertThat(output.get(1).get("seed").asLong()).isEqualTo(10);
    byte[] second = worker.fetch(output.get(1));
    assertThat(second).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(decode(second).getWidth()).isEqualTo(192);
    assertThat(second).isNotEqualTo(worker.fetch(output.get(0)));
  }

  @Test
  void ratioGivesTheShape() throws Exception {
    ObjectNode input = Worker.prompt("a field", 1).put("width", 320).put("aspect_ratio", "16:9");
    JsonNode output = worker.output("sketch-image", input);
    assertThat(output.get("height").asInt()).isEqualTo(180);
  }

  @Test
  void maskLeavesTheRestAsItWas() throws Exception {
    byte[] source = disc(128);
    BufferedImage mask = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = mask.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 128, 40);
    graphics.dispose();
    ByteArrayOutputStream maskFile = new ByteArrayOutputStream();
    ImageIO.write(mask, "png", maskFile);
    ObjectNode input = Worker.prompt("a starry night", 1).put("strength", 1);
    input.put("source", Worker.dataUri("image/png", source));
    input.put("mask", Worker.dataUri("image/png", maskFile.toByteArray()));
    BufferedImage edited = decode(worker.file("sketch-image", input));
    assertThat(edited.getRGB(64, 100)).isEqualTo(decode(source).getRGB(64, 100));
    assertThat(edited.getRGB(64, 5)).isNotEqualTo(decode(source).getRGB(64, 5));
  }

  @Test
  void sourceWithoutMaskIsRecoloured() throws Exception {
    ObjectNode input = Worker.prompt("sunset", 1);
    input.put("image", Worker.dataUri("image/png", disc(96)));
    BufferedImage edited = decode(worker.file("sketch-image", input));
    assertThat(edited.getWidth()).isEqualTo(96);
    assertThat(edited.getRGB(2, 2)).isNotEqualTo(Color.WHITE.getRGB());
    assertThat(edited.getRGB(48, 48)).isNotEqualTo(edited.getRGB(2, 2));
  }

  @Test
  void vectorIsNamespacedXml() throws Exception {
    ObjectNode input = small("a boat <by> a lake & a moon", 4);
    JsonNode output = worker.output("sketch-vector", input);
    byte[] file = worker.fetch(output);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    assertThat(document.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2000/svg");
    assertThat(document.getElementsByTagNameNS("*", "path").getLength()).isGreaterThan(10);
    assertThat(document.getElementsByTagNameNS("*", "title").item(0).getTextContent())
        .isEqualTo("a boat <by> a lake & a moon");
    assertThat(worker.file("sketch-vector", input)).isEqualTo(file);
    assertThat(new String(file, UTF_8)).doesNotContain("script");
  }

  @Test
  void segmentsWhatThePointLiesOn() throws Exception {
    ObjectNode input = Worker.input().put("source", Worker.dataUri("image/png", disc(100)));
    input.putArray("points").addArray().add(50).add(50).add(1);
    JsonNode output = worker.output("sketch-segment", input);
    BufferedImage mask = decode(worker.fetch(output));
    assertThat(output.get("role").asText()).isEqualTo("mask");
    assertThat(mask.getRaster().getSample(50, 50, 0)).isEqualTo(255);
    assertThat(mask.getRaster().getSample(3, 3, 0)).isZero();
  }

  @Test
  void segmentsWhatTheBoxHolds() throws Exception {
    ObjectNode input = Worker.input().put("source", Worker.dataUri("image/png", disc(100)));
    input.putArray("boxes").addArray().add(10).add(10).add(90).add(90);
    BufferedImage mask = decode(worker.file("sketch-segment", input));
    assertThat(mask.getRaster().getSample(50, 50, 0)).isEqualTo(255);
    assertThat(mask.getRaster().getSample(14, 14, 0)).isZero();
  }

  @Test
  void upscalesToTheMultiple() throws Exception {
    ObjectNode input = Worker.input().put("source", Worker.dataUri("image/png", disc(40)));
    BufferedImage large = decode(worker.file("sketch-upscale", input.put("scale", 3)));
    assertThat(large.getWidth()).isEqualTo(120);
    assertThat(new Color(large.getRGB(60, 60))).isEqualTo(Color.BLUE);
    assertThat(new Color(large.getRGB(2, 2))).isEqualTo(Color.WHITE);
  }
}
