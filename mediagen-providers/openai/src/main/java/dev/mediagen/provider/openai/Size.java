// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.spi.HttpReply;
import java.util.Optional;

/** The size that a reply names as {@code 1536x1024}. */
record Size(int width, int height) {
  static Optional<Size> of(HttpReply reply) {
    return reply
        .at("/size")
        .filter(size -> size.matches("[0-9]{1,6}x[0-9]{1,6}"))
        .map(size -> size.split("x"))
        .map(sides -> new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
  }
}
