// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.FormUpload;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import java.util.Map;
import java.util.Optional;

/**
 * Runway's developer API: its own models and those of others that it hosts.
 *
 * @see <a href="https://docs.dev.runwayml.com">Documentation</a>
 */
public final class RunwayProvider implements ProviderAdapter {
  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("runway")
          .name("Runway")
          .baseUrl("https://api.dev.runwayml.com")
          .auth(Auth.bearer())
          .setting(Setting.key("RUNWAYML_API_SECRET"))
          .homepage("https://docs.dev.runwayml.com")
          .note(
              "inputs by URL must be https, 16 MB at most for pictures and 32 MB for videos and sounds; a"
                  + " stored input is a runway:// URI; cancelling a task that is over deletes its outputs")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.ofEntries(
          Map.entry("text_to_video", new Video("text_to_video")),
          Map.entry("image_to_video", new Video("image_to_video")),
          Map.entry("video_to_video", new Video("video_to_video")),
          Map.entry("character_performance", new Plain("character_performance", "video")),
          Map.entry("video_to_hdr", new Plain("video_to_hdr", "video")),
          Map.entry("video_upscale", new Plain("video_upscale", "video")),
          Map.entry("image_upscale", new Plain("image_upscale", "image")),
          Map.entry("text_to_image", new Picture()),
          Map.entry("text_to_speech", new Plain("text_to_speech", "audio")),
          Map.entry("speech_to_speech", new Plain("speech_to_speech", "audio")),
          Map.entry("sound_effect", new Plain("sound_effect", "audio")),
          Map.entry("voice_dubbing", new Plain("voice_dubbing", "audio")),
          Map.entry("voice_isolation", new Plain("voice_isolation", "audio")));

  /** For the service loader. */
  public RunwayProvider() {}

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return INFO;
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(RunwayProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  /** Video models serve several paths, and what is given decides; others name their own. */
  @Override
  public String operation(Task task) {
    String declared = task.model().facts().getOrDefault("operation", "");
    if (!declared.isEmpty()) {
      return declared;
    }
    return switch (task.kind()) {
      case VIDEO ->
          !task.inputs("source").isEmpty()
              ? "video_to_video"
              : Video.hasFrames(task) ? "image_to_video" : "text_to_video";
      case IMAGE -> "text_to_image";
      case SPEECH -> "text_to_speech";
      case SOUND -> "sound_effect";
      default ->
          throw InvalidRequestException.of(
              "model", task.modelName(), "must be listed, since nothing else tells its path");
    };
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  /**
   * Runway keeps a file for a day.
   *
   * @see <a href="https://docs.dev.runwayml.com/assets/inputs">Inputs</a>
   */
  @Override
  public Optional<Preparation> upload(Input input) {
    HttpCall place =
        RunwayTask.versioned(HttpCall.post("/v1/uploads"))
            .json(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("filename", input.fileName())
                    .put("type", "ephemeral"));
    return Optional.of(
        FormUpload.presigned(
            input,
            place,
            reply ->
                new FormUpload.Place(
                    reply.required("/uploadUrl"),
                    reply.json().path("fields"),
                    reply.required("/runwayUri"))));
  }
}
