// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Media types: from the first bytes of a file, from its name, and back to an extension. */
public final class MediaTypes {
  /** How many first bytes {@link #sniff} wants to see. */
  public static final int SNIFF_LENGTH = 512;

  /** What is said of bytes nobody knows. */
  public static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION = new LinkedHashMap<>();

  static {
    String[] pairs = {
      "png image/png",
      "jpg image/jpeg",
      "jpeg image/jpeg",
      "webp image/webp",
      "gif image/gif",
      "svg image/svg+xml",
      "avif image/avif",
      "heic image/heic",
      "bmp image/bmp",
      "tiff image/tiff",
      "mp4 video/mp4",
      "webm video/webm",
      "mov video/quicktime",
      "mkv video/x-matroska",
      "mp3 audio/mpeg",
      "wav audio/wav",
      "flac audio/flac",
      "ogg audio/ogg",
      "opus audio/opus",
      "m4a audio/mp4",
      "aac audio/aac",
      "pcm audio/pcm",
      "glb model/gltf-binary",
      "gltf model/gltf+json",
      "obj model/obj",
      "ply model/ply",
      "stl model/stl",
      "usdz model/vnd.usdz+zip",
      "fbx model/fbx",
      "txt text/plain",
      "srt application/x-subrip",
      "vtt text/vtt",
      "json application/json",
      "zip application/zip"
    };
    for (String pair : pairs) {
      String[] both = pair.split(" ");
      BY_EXTENSION.put(both[0], both[1]);
    }
  }

  private MediaTypes() {}

  /** The type that the first bytes of a file betray. */
  public static Optional<String> sniff(byte[] head) {
    if (starts(head, 0, "\u0089PNG")) {
      return Optional.of("image/png");
    } else if (starts(head, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    } else if (starts(head, 0, "GIF8")) {
      return Optional.of("image/gif");
    } else if (starts(head, 0, "RIFF")) {
      return starts(head, 8, "WEBP")
          ? Optional.of("image/webp")
          : starts(head, 8, "WAVE") ? Optional.of("audio/wav") : Optional.empty();
    } else if (starts(head, 4, "ftyp")) {
      return Optional.of(
          starts(head, 8, "M4A")
              ? "audio/mp4"
              : starts(head, 8, "qt")
                  ? "video/quicktime"
                  : starts(head, 8, "avif")
                      ? "image/avif"
                      : starts(head, 8, "hei") || starts(head, 8, "mif1")
                          ? "image/heic"
                          : "video/mp4");
    } else if (starts(head, 0, "\u001aE\u00df\u00a3")) {
      return Optional.of("video/webm");
    } else if (starts(head, 0, "ID3") || mpegFrame(head)) {
      return Optional.of("audio/mpeg");
    } else if (starts(head, 0, "fLaC")) {
      return Optional.of("audio/flac");
    } else if (starts(head, 0, "OggS")) {
      return Optional.of("audio/ogg");
    } else if (starts(head, 0, "glTF")) {
      return Optional.of("model/gltf-binary");
    } else if (starts(head, 0, "BM") && starts(head, 6, "\0\0\0\0")) {
      return Optional.of("image/bmp");
    }
    String text = new String(head, StandardCharsets.UTF_8).stripLeading();
    return text.startsWith("<svg") || (text.startsWith("<?xml") && text.contains("<svg"))
        ? Optional.of("image/svg+xml")
        : Optional.empty();
  }

  /**
   * The kind of text that the first bytes begin: HTML, JSON or XML. None for anything else, and for
   * bytes that no text has.
   */
  public static Optional<String> sniffText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return Optional.empty();
      }
    }
    String text =
        new String(head, StandardCharsets.UTF_8)
            .replaceFirst("^\uFEFF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (text.startsWith("{") || text.startsWith("[")) {
      return Optional.of("application/json");
    } else if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      return Optional.of("text/html");
    } else if (text.matches("(?s)<[a-z!?].*")) {
      return Optional.of(text.contains("<html") ? "text/html" : "application/xml");
    }
    return Optional.empty();
  }

  /** The type that the extension of a file name or path promises. */
  public static Optional<String> byName(String name) {
    int dot = name.lastIndexOf('.');
    return Optional.ofNullable(BY_EXTENSION.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }

  /** The usual extension for a type, without a dot. */
  public static String extension(String mediaType) {
    String plain = normal(mediaType);
    return BY_EXTENSION.entrySet().stream()
        .filter(entry -> entry.getValue().equals(plain))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("bin");
  }

  /** A media type without parameters, in lower case, and by its most usual name. */
  public static String normal(String mediaType) {
    String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "image/jpg" -> "image/jpeg";
      case "audio/x-wav", "audio/wave", "audio/vnd.wave" -> "audio/wav";
      case "audio/mp3" -> "audio/mpeg";
      case "audio/x-flac" -> "audio/flac";
      default -> plain;
    };
  }

  private static boolean mpegFrame(byte[] head) {
    return head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xe6) == 0xe2;
  }

  private static boolean starts(byte[] head, int at, String magic) {
    if (head.length < at + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((head[at + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
