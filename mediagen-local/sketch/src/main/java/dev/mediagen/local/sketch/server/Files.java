// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import dev.mediagen.local.sketch.model.Media;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked under {@code /files}. */
final class Files {
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/png", "png",
          "image/jpeg", "jpg",
          "image/gif", "gif",
          "image/bmp", "bmp",
          "audio/wav", "wav",
          "audio/x-wav", "wav",
          "video/mp4", "mp4",
          "image/svg+xml", "svg");

  private final FileShelf shelf;

  Files(FileShelf shelf) {
    this.shelf = shelf;
  }

  void post(Call call) throws IOException {
    if (!call.contentType().equals("multipart/form-data")) {
      throw Refusal.of(
          415,
          "unsupported_media_type",
          "Content-Type was '" + call.contentType() + "'; allowed: multipart/form-data");
    }
    byte[] body = call.body(Limits.UPLOAD);
    Media media =
        Multipart.field(body, call.header("Content-Type").orElse(""), "content")
            .orElseThrow(
                () ->
                    Refusal.invalid("missing", "content is required", List.of("body", "content")));
    String extension = EXTENSIONS.getOrDefault(media.contentType(), "bin");
    call.answer(201, shelf.put(media.bytes(), media.contentType(), extension).receipt());
  }

  void get(Call call, String name) throws IOException {
    StoredFile file = shelf.find(name).orElseThrow(() -> Refusal.unknown("The file " + name));
    String tag = "\"" + file.sha256() + "\"";
    int size = file.bytes().length;
    call.answerHeader("ETag", tag);
    call.answerHeader("Accept-Ranges", "bytes");
    call.answerHeader("X-Content-Type-Options", "nosniff");
    if (call.header("If-None-Match").filter(tag::equals).isPresent()) {
      call.answerEmpty(304);
      return;
    }
    boolean same = call.header("If-Range").map(tag::equals).orElse(Boolean.TRUE);
    Optional<ByteRange> range =
        call.header("Range").filter(r -> same).flatMap(r -> ByteRange.read(r, size));
    call.answerHeader("Content-Type", file.contentType());
    if (range.isEmpty()) {
      call.answer(200, file.bytes());
      return;
    }
    call.answerHeader("Content-Range", range.get().contentRange(size));
    call.answer(206, file.bytes(), range.get().from(), range.get().length());
  }
}
