// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.MediaRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads text from a file, or from standard input when the name is {@code -}. */
final class RequestFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RequestFile() {}

  /** One request in its JSON form, or an array of them. All are read before any is used. */
  static List<MediaRequest<?>> requests(CommandLine line, String name) {
    List<MediaRequest<?>> requests = new ArrayList<>();
    parts(text(line, name)).forEach(part -> requests.add(MediaRequest.fromJson(part)));
    if (requests.isEmpty()) {
      throw new ParameterException(line, name + " holds no request");
    }
    return requests;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isArray()) {
        json.forEach(part -> parts.add(part.toString()));
        return parts;
      }
    } catch (JsonProcessingException e) {
      // The library reads it next, and says where it breaks.
    }
    parts.add(text);
    return parts;
  }

  static String text(CommandLine line, String name) {
    try {
      return name.equals("-") ? text(System.in) : Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new ParameterException(line, "cannot read " + name + ": " + Words.why(e), e);
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
