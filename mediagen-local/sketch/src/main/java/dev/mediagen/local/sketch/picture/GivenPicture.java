// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.InvalidInput;
import dev.mediagen.local.sketch.model.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture that came in. Its size is read at once; its pixels only when they are needed, since
 * they take far more memory than the file and a job may wait for long.
 */
public record GivenPicture(Field field, Media media, int width, int height) {
  private static final long MOST_PIXELS = 4096L * 4096;

  /**
   * The picture in a field, if there is one.
   *
   * @throws InvalidInput if it is no picture that can be read, or too large a one
   */
  public static Optional<GivenPicture> read(Input input, Field field) {
    return input.media(field).map(media -> measured(field, media));
  }

  private static GivenPicture measured(Field field, Media media) {
    return withReader(
        field,
        media,
        reader -> {
          GivenPicture picture =
              new GivenPicture(field, media, reader.getWidth(0), reader.getHeight(0));
          if ((long) picture.width * picture.height > MOST_PIXELS) {
            throw bad(
                field,
                "has " + picture.width + "x" + picture.height + " pixels; allowed: 4096x4096");
          }
          return picture;
        });
  }

  /** The pixels as plain RGB; what is transparent becomes white. */
  public BufferedImage pixels() {
    return withReader(field, media, reader -> PictureFile.resize(reader.read(0), width, height));
  }

  private interface Reading<T> {
    T of(ImageReader reader) throws IOException;
  }

  private static <T> T withReader(Field field, Media media, Reading<T> reading) {
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(media.bytes()))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw bad(
            field,
            "is no picture that can be read (" + media.contentType() + "); allowed: PNG, JPEG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return reading.of(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw bad(field, "cannot be read: " + e.getMessage());
    }
  }

  private static InvalidInput bad(Field field, String fault) {
    return new InvalidInput(field.name(), "value_error", field.name() + " " + fault);
  }
}
