// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls as text that stays the same from run to run, for {@link Golden} files. */
public final class Transcript {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What HTTP itself needs, and no adapter decides. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "host",
          "connection",
          "accept-encoding",
          "user-agent",
          "content-length",
          "transfer-encoding");

  private Transcript() {}

  /** The calls, one below the other. */
  public static String of(ScriptedVendor vendor) {
    return of(vendor.calls(), vendor);
  }

  /** Some calls, one below the other. */
  public static String of(List<RecordedCall> calls, ScriptedVendor vendor) {
    return settled(calls.stream().map(Transcript::of).collect(Collectors.joining("\n")), vendor);
  }

  /** What differs from run to run, by its name. */
  static String settled(String text, ScriptedVendor vendor) {
    return text.replace(vendor.base(), "{base}")
        .replace(vendor.cdn(), "{cdn}")
        .replaceAll("\\b0[a-z2-7]{25}\\b|\\b[a-z][a-z2-7]{25}\\b", "{client-id}")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{uuid}");
  }

  private static String of(RecordedCall call) {
    StringBuilder text = new StringBuilder();
    text.append(call.method())
        .append(' ')
        .append(call.foreign() ? "{cdn}" : "")
        .append(call.target())
        .append('\n');
    call.headers()
        .forEach(
            (name, value) -> {
              if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                text.append(name)
                    .append(": ")
                    .append(value.replaceAll("boundary=.*", "boundary=..."))
                    .append('\n');
              }
            });
    String body = body(call);
    return body.isEmpty()
        ? text.toString()
        : text.append('\n').append(body).append('\n').toString();
  }

  private static String body(RecordedCall call) {
    byte[] body = call.body();
    String type = call.header("Content-Type").orElse("");
    if (body.length == 0) {
      return "";
    } else if (type.contains("json")) {
      return pretty(new String(body, StandardCharsets.UTF_8));
    } else if (type.startsWith("multipart/")) {
      return parts(body, type.replaceAll(".*boundary=", ""));
    } else if (type.startsWith("text/") || type.contains("form-urlencoded")) {
      return new String(body, StandardCharsets.UTF_8);
    }
    return "<" + body.length + " bytes>";
  }

  private static String pretty(String json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError("a call with a JSON body that is no JSON: " + json, e);
    }
  }

  /** Each part with its headers; what is no text is only counted. */
  private static String parts(byte[] body, String boundary) {
    StringBuilder text = new StringBuilder();
    // Latin-1 keeps every byte, so that the parts can be taken from it as they are.
    for (String part :
        new String(body, StandardCharsets.ISO_8859_1).split("--" + boundary + "(--)?\r\n")) {
      if (part.isEmpty()) {
        continue;
      }
      String[] halves = part.split("\r\n\r\n", 2);
      String content = halves[1].substring(0, Math.max(0, halves[1].length() - 2));
      boolean file = halves[0].contains("filename=");
      text.append("--\n")
          .append(
              halves[0].replace("\r\n", "\n").replaceAll("(?im)^content-length:.*\n?", "").strip())
          .append("\n\n")
          .append(file ? "<" + content.length() + " bytes>" : utf8(content))
          .append('\n');
    }
    return text.append("--").toString();
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
