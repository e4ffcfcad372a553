// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.film;

import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.model.Size;

/** The same quality for every picture and every part of it, whatever size comes of it. */
final class EvenQuality implements RateControl {
  private static final int QUANTISER = 21;

  @Override
  public int startPicture(Size size, int maxSize, SliceType type) {
    return QUANTISER;
  }

  @Override
  public int initialQpDelta() {
    return 0;
  }

  @Override
  public int accept(int bits) {
    return 0;
  }
}
