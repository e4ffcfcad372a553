// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mediagen.local.sketch.model.Media;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;

/** Input files: data URIs and this worker's own files. Nothing is fetched from a network. */
final class IncomingMedia implements Media.Source {
  private final FileShelf shelf;

  IncomingMedia(FileShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Media open(String value) {
    if (value.regionMatches(true, 0, "data:", 0, 5)) {
      return data(value);
    }
    String path = ownPath(value);
    if (!path.startsWith("/files/")) {
      throw new IllegalArgumentException(
          "is neither a data URI nor a file of this worker; it fetches nothing from elsewhere,"
              + " so send the bytes or upload them to /files");
    }
    String name = path.substring("/files/".length());
    return shelf
        .peek(name)
        .map(file -> new Media(file.bytes(), file.contentType()))
        .orElseThrow(() -> new IllegalArgumentException("names a file that is not kept: " + name));
  }

  private static String ownPath(String value) {
    URI url = URI.create(value);
    String host = url.getHost();
    return host == null || LocalOnly.named(host) ? String.valueOf(url.getPath()) : "";
  }

  private static Media data(String value) {
    int comma = value.indexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException("is a data URI without a comma");
    }
    String head = value.substring(5, comma);
    String type = head.split(";", 2)[0];
    String text = value.substring(comma + 1);
    byte[] bytes =
        head.toLowerCase(Locale.ROOT).endsWith(";base64")
            ? Base64.getMimeDecoder().decode(text)
            : URLDecoder.decode(text.replace("+", "%2B"), UTF_8).getBytes(UTF_8);
    return new Media(bytes, type.isEmpty() ? "text/plain" : type);
  }
}
