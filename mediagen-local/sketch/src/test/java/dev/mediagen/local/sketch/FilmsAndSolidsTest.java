// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.Test;

class FilmsAndSolidsTest extends WorkerTest {
  private static ObjectNode film(long seed) {
    return Worker.prompt("a boat on the sea at sunset", seed)
        .put("width", 160)
        .put("height", 96)
        .put("duration", 1.5)
        .put("fps", 8);
  }

  @Test
  void filmsWithItsIndexFirst() throws Exception {
    JsonNode output = worker.output("sketch-video", film(1));
    byte[] file = worker.fetch(output);
    assertThat(boxes(file)).startsWith("ftyp", "moov").contains("mdat");
    assertThat(output.get("duration").asDouble()).isEqualTo(1.5);
    DemuxerTrack track =
        MP4Demuxer.createMP4Demuxer(
                ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file)))
            .getVideoTrack();
    assertThat(track.getMeta().getTotalFrames()).isEqualTo(12);
    assertThat(track.getMeta().getTotalDuration()).isEqualTo(1.5);
  }

  @Test
  void framesDecodeAndMove() throws Exception {
    byte[] file = worker.file("sketch-video", film(1));
    FrameGrab frames =
        FrameGrab.createFrameGrab(
            ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file)));
    Picture first = frames.getNativeFrame().cloneCropped();
    Picture last = first;
    int count = 1;
    for (Picture next = frames.getNativeFrame(); next != null; next = frames.getNativeFrame()) {
      last = next;
      count++;
    }
    assertThat(count).isEqualTo(12);
    assertThat(first.getCroppedWidth()).isEqualTo(160);
    assertThat(last.getPlaneData(0)).isNotEqualTo(first.getPlaneData(0));
  }

  @Test
  void sameSeedGivesSameFilm() throws Exception {
    byte[] first = worker.file("sketch-video", film(1));
    assertThat(worker.file("sketch-video", film(1))).isEqualTo(first);
    assertThat(worker.file("sketch-video", film(2))).isNotEqualTo(first);
  }

  @Test
  void givenPictureIsPannedOver() throws Exception {
    byte[] picture =
        worker.file("sketch-image", Worker.prompt("hills", 1).put("width", 200).put("height", 200));
    ObjectNode input = film(1).put("first_frame", Worker.dataUri("image/png", picture));
    assertThat(worker.file("sketch-video", input))
        .isNotEqualTo(worker.file("sketch-video", film(1)));
  }

  private static List<String> boxes(byte[] file) {
    List<String> names = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(file);
    for (int at = 0; at < file.length; ) {
      names.add(new String(file, at + 4, 4, ISO_8859_1));
      int size = in.getInt(at);
      at += size == 1 ? (int) in.getLong(at + 8) : size;
    }
    return names;
  }

  @Test
  void solidIsBinaryGltf() throws Exception {
    byte[] file = worker.file("sketch-3d", Worker.prompt("a red house", 2));
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getInt()).isEqualTo(0x46546C67);
    assertThat(in.getInt()).isEqualTo(2);
    assertThat(in.getInt()).isEqualTo(file.length);
    int jsonLength = in.getInt();
    assertThat(in.getInt()).isEqualTo(0x4E4F534A);
    JsonNode json = new ObjectMapper().readTree(file, 20, jsonLength);
    int binLength = in.getInt(20 + jsonLength);
    assertThat(20 + jsonLength + 8 + binLength).isEqualTo(file.length);
    assertThat(json.get("buffers").get(0).get("byteLength").asInt()).isEqualTo(binLength);
    assertThat(json.get("accessors")).hasSize(3);
  }

  @Test
  void seedChangesTheSolid() throws Exception {
    byte[] first = worker.file("sketch-3d", Worker.prompt("an island", 2));
    assertThat(worker.file("sketch-3d", Worker.prompt("an island", 2))).isEqualTo(first);
    assertThat(worker.file("sketch-3d", Worker.prompt("an island", 3))).isNotEqualTo(first);
  }
}
