// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaKind;
import dev.mediagen.Reference;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.util.ArrayList;
import java.util.List;

/** The older API: a path for each operation, files by public URL only. */
final class DreamMachine extends Generations {
  static final String BASE = "dream-machine";

  private final String path;

  DreamMachine(String path) {
    this.path = path;
  }

  @Override
  public HttpCall submit(Task task) {
    checkJobs(task, false);
    ObjectNode body = task.fields();
    if (!task.model().facts().containsKey("nameless")) {
      body.put("model", task.modelName());
    }
    String target = path;
    switch (path) {
      case "video" -> {
        keyframe(body, task, "firstFrame", "frame0");
        keyframe(body, task, "lastFrame", "frame1");
      }
      case "video/modify", "video/reframe" -> {
        body.put("generation_type", path.endsWith("modify") ? "modify_video" : "reframe_video");
        source(body, task);
        task.inputs("firstFrame")
            .forEach(frame -> body.withObjectProperty("first_frame").put("url", url(frame)));
      }
      case "image/reframe" -> source(body, task);
      case "image" -> picture(body, task);
      default -> target = earlier(task.inputs("source").get(0)) + "/" + path;
    }
    task.callback().ifPresent(url -> body.put("callback_url", url.toString()));
    return HttpCall.post("/generations/" + target).at(BASE).json(body);
  }

  /** A video goes on from an earlier one, or leads to it, where a frame is a generation. */
  private static void keyframe(ObjectNode body, Task task, String role, String name) {
    for (Input frame : task.inputs(role)) {
      ObjectNode entry = body.withObjectProperty("keyframes").putObject(name);
      if (frame.delivery() == Delivery.URL) {
        entry.put("type", "image").set("url", frame.node());
      } else {
        entry.put("type", "generation").put("id", frame.text());
      }
    }
  }

  private static void source(ObjectNode body, Task task) {
    task.inputs("source")
        .forEach(input -> body.withObjectProperty("media").set("url", input.node()));
  }

  private static String url(Input frame) {
    if (frame.delivery() != Delivery.URL) {
      throw InvalidRequestException.of(
          frame.role(), frame.text(), "must be a picture where a video is changed");
    }
    return frame.text();
  }

  /** Sound and more pixels are given to generations, not to files. */
  private static String earlier(Input source) {
    if (source.delivery() == Delivery.URL) {
      throw InvalidRequestException.of(
          source.role(), source.text(), "must be an earlier job of Dream Machine, or its id");
    }
    return source.text();
  }

  /** References are told apart by what they are for. */
  private static void picture(ObjectNode body, Task task) {
    for (Input source : task.inputs("source")) {
      body.withObjectProperty("modify_image_ref").set("url", source.node());
    }
    for (Input input : task.inputs("references")) {
      if (input.purpose() == Reference.Role.CHARACTER) {
        few(body.withObjectProperty("character_ref")
                .withObjectProperty("identity0")
                .withArrayProperty("images"))
            .add(input.node());
      } else if (input.purpose() == Reference.Role.STYLE) {
        body.withArrayProperty("style_ref").addObject().set("url", input.node());
      } else {
        few(body.withArrayProperty("image_ref")).addObject().set("url", input.node());
      }
    }
  }

  private static ArrayNode few(ArrayNode list) {
    if (list.size() >= 4) {
      throw InvalidRequestException.of(
          "references", list.size() + 1, "at most 4 subjects, and at most 4 characters");
    }
    return list;
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/generations/" + job.jobId()).at(BASE);
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return read(reply);
  }

  @Override
  List<Output> outputs(Fields generation) {
    Fields assets = new Fields(generation.node().path("assets"));
    List<Output> outputs = new ArrayList<>();
    for (String role : List.of("video", "image")) {
      assets.text(role).ifPresent(url -> outputs.add(Output.url(role, url).build()));
    }
    return outputs;
  }

  /** Which of its paths a model's task takes. */
  static String operation(Task task) {
    String type = String.valueOf(task.request().options().get("generation_type"));
    boolean source = !task.inputs("source").isEmpty();
    if (task.kind() == MediaKind.IMAGE) {
      return type.equals("reframe_image") ? "image/reframe" : "image";
    }
    return !source
        ? "video"
        : task.request().options().containsKey("mode") ? "video/modify" : "video/reframe";
  }
}
