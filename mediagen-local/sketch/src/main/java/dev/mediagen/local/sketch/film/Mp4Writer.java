// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Packet.FrameType;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** Turns pictures of one size into an H.264 film in an MP4 file, held in memory. */
final class Mp4Writer {
  private final Size size;
  private final int framesPerSecond;
  private final H264Encoder encoder = new H264Encoder(new EvenQuality());
  private final List<Packet> packets = new ArrayList<>();
  private final Picture picture;
  private final ByteBuffer scratch;

  Mp4Writer(int width, int height, int framesPerSecond) {
    this.size = new Size(width, height);
    this.framesPerSecond = framesPerSecond;
    encoder.setKeyInterval(framesPerSecond);
    picture = Picture.create(width, height, ColorSpace.YUV420J);
    scratch = ByteBuffer.allocate(width * height * 6);
  }

  void add(BufferedImage image) {
    Luma.read(image, picture);
    scratch.clear();
    VideoEncoder.EncodedFrame frame = encoder.encodeFrame(picture, scratch);
    ByteBuffer data = ByteBuffer.allocate(frame.getData().remaining());
    data.put(frame.getData()).flip();
    FrameType type = frame.isKeyFrame() ? FrameType.KEY : FrameType.INTER;
    int number = packets.size();
    packets.add(Packet.createPacket(data, number, framesPerSecond, 1, number, type, null));
  }

  byte[] finish() throws IOException {
    int room = packets.stream().mapToInt(p -> p.getData().remaining() + 64).sum() + 65_536;
    var file = new ByteBufferSeekableByteChannel(ByteBuffer.allocate(room), 0);
    MP4Muxer muxer = MP4Muxer.createMP4Muxer(file, Brand.MP4);
    MuxerTrack track =
        muxer.addVideoTrack(
            Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
    for (Packet packet : packets) {
      track.addFrame(packet);
    }
    muxer.finish();
    ByteBuffer written = file.getContents();
    byte[] bytes = new byte[written.remaining()];
    written.get(bytes);
    return MoovFirst.arrange(bytes);
  }
}
