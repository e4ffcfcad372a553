// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Reads URLs as vendors write them: a file name with a space must not cost a finished job. */
final class VendorUrl {
  private static final String LEGAL =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%";

  private VendorUrl() {}

  static URI read(String url) {
    StringBuilder legal = new StringBuilder();
    url.codePoints()
        .forEach(
            c -> {
              if (LEGAL.indexOf(c) >= 0) {
                legal.appendCodePoint(c);
              } else {
                String one = URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8);
                legal.append(one.replace("+", "%20"));
              }
            });
    try {
      return URI.create(legal.toString());
    } catch (IllegalArgumentException e) {
      throw new UnreadableReplyException("no URL: " + url);
    }
  }
}
