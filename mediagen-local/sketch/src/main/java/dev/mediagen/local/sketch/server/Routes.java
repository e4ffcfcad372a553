// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import java.io.IOException;
import java.util.List;

/** Finds who answers a call. */
final class Routes {
  private final About about;
  private final Predictions predictions;
  private final Files files;

  Routes(About about, Predictions predictions, Files files) {
    this.about = about;
    this.predictions = predictions;
    this.files = files;
  }

  void answer(Call call) throws IOException {
    List<String> path = List.of(call.path().substring(1).split("/", -1));
    switch (path.get(0)) {
      case "predictions" -> predictions(call, path);
      case "files" -> files(call, path);
      default -> about(call);
    }
  }

  private void about(Call call) throws IOException {
    var document =
        switch (call.path()) {
          case "/" -> about.discovery();
          case "/health-check" -> about.health();
          case "/models" -> about.models();
          case "/openapi.json" -> about.openApi();
          default -> throw Refusal.unknown("The path " + call.path());
        };
    only(call, "GET");
    call.answer(200, document);
  }

  private void predictions(Call call, List<String> path) throws IOException {
    if (path.size() == 1) {
      only(call, "POST");
      predictions.post(call);
    } else if (path.size() == 2) {
      String id = path.get(1);
      switch (call.method()) {
        case "GET" -> predictions.get(call, id);
        case "PUT" -> predictions.put(call, id);
        case "DELETE" -> predictions.delete(call, id);
        default -> throw refused(call, "GET, PUT, DELETE");
      }
    } else if (path.size() == 3 && path.get(2).equals("cancel")) {
      only(call, "POST");
      predictions.cancel(call, path.get(1));
    } else if (path.size() == 3 && path.get(2).equals("events")) {
      only(call, "GET");
      predictions.events(call, path.get(1));
    } else {
      throw Refusal.unknown("The path " + call.path());
    }
  }

  private void files(Call call, List<String> path) throws IOException {
    if (path.size() == 1) {
      only(call, "POST");
      files.post(call);
    } else if (path.size() == 2) {
      if (!call.method().equals("HEAD")) {
        only(call, "GET");
      }
      files.get(call, path.get(1));
    } else {
      throw Refusal.unknown("The path " + call.path());
    }
  }

  private static void only(Call call, String method) {
    if (!call.method().equals(method)) {
      throw refused(call, method);
    }
  }

  private static Refusal refused(Call call, String allowed) {
    call.answerHeader("Allow", allowed);
    return Refusal.of(
        405, "method_not_allowed", "Method was " + call.method() + "; allowed: " + allowed);
  }
}
