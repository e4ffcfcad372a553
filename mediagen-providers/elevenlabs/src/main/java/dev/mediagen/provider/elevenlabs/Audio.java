// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What all calls share whose reply is a recording: some fields are a query, facts are headers. */
abstract class Audio implements Operation {
  private static final String FORMAT = "output_format";
  private static final List<String> QUERY =
      List.of(FORMAT, "enable_logging", "optimize_streaming_latency");

  /** The call, with a body of what is left of the fields. */
  abstract HttpCall call(Task task, ObjectNode body);

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields();
    ObjectNode query = body.objectNode();
    for (String name : QUERY) {
      JsonNode value = body.remove(name);
      if (value != null) {
        query.set(name, value);
      }
    }
    HttpCall call = call(task, body);
    for (String name : QUERY) {
      call = query.has(name) ? call.query(name, query.get(name).asText()) : call;
    }
    return call;
  }

  /** A path that ends in a voice; whoever names one may have typed anything. */
  static String voicePath(String path, ObjectNode body) {
    JsonNode voice = body.remove("voice_id");
    String id = voice == null ? "" : voice.asText();
    return path + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    String type = reply.mediaType();
    // A page of a proxy is no recording, and neither is nothing at all.
    boolean recording =
        !reply.isJson()
            && reply.header("Content-Type").isPresent()
            && (type.startsWith("audio/") || type.endsWith("/octet-stream"))
            && reply.blob().size() > 0;
    if (!recording) {
      throw new UnreadableReplyException("a recording expected, got " + type);
    }
    JobUpdate.Builder update =
        JobUpdate.succeeded(
            List.of(
                Output.bytes("audio", reply.blob())
                    .mediaType(mediaType(task, type))
                    .id(reply.header("song-id").or(() -> reply.header("history-item-id")))
                    .build()));
    reply.header("song-id").ifPresent(id -> update.metadata("song_id", id));
    reply.header("history-item-id").ifPresent(id -> update.metadata("history_item_id", id));
    reply.header("x-region").ifPresent(region -> update.metadata("region", region));
    // Credits of the plan: what one is worth depends on the plan, so it is no price.
    reply
        .header("character-cost")
        .or(() -> reply.header("x-character-count"))
        .flatMap(Fields::numberIn)
        .filter(count -> count.signum() >= 0)
        .ifPresent(count -> update.cost(Cost.counted("character_cost", count)));
    return update.build();
  }

  /** Samples without a header look like anything; what was asked for tells what they are. */
  private static Optional<String> mediaType(Task task, String told) {
    String asked = task.parameters().path(FORMAT).asText().split("_", 2)[0];
    return switch (asked) {
      case "pcm" -> Optional.of("audio/pcm");
      case "ulaw" -> Optional.of("audio/pcmu");
      case "alaw" -> Optional.of("audio/pcma");
      case "mp3", "auto" -> Optional.of("audio/mpeg");
      case "wav" -> Optional.of("audio/wav");
      case "opus" -> Optional.of(told.startsWith("audio/") ? told : "audio/opus");
      default -> Optional.of(told).filter(type -> type.startsWith("audio/"));
    };
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  @Override
  public boolean webhooks() {
    return false;
  }
}
