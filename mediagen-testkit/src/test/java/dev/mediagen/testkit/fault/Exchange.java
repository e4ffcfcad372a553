// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import static dev.mediagen.testkit.tiny.Bench.json;

import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calls of a job's life, one of which goes wrong in each cell. */
enum Exchange {
  DESCRIBE("GET /models/new", json("{'name':'new'}")),
  UPLOAD("POST /files", json("{'file':'f1'}")),
  SUBMIT("POST /jobs", json("{'id':'j1'}")),
  SUBMIT_SAFE("POST /jobs", json("{'id':'j1'}")),
  SUBMIT_LOOK_UP("POST /jobs", json("{'id':'j1'}")),
  LOOK_UP("GET /find", json("{'id':'j1'}")),
  SYNCHRONOUS("POST /jobs", json("{'url':'{cdn}/a.png'}")),
  POLL("GET /jobs/j1", json("{'state':'done','url':'{cdn}/a.png'}")),
  RESULT("GET /jobs/j1/result", json("{'state':'done','url':'{cdn}/a.png'}")),
  CANCEL("DELETE /jobs/j1", json("{'ok':true}")),
  DOWNLOAD("GET /a.png", Reply.png());

  private final String route;
  private final Reply good;

  Exchange(String route, Reply good) {
    this.route = route;
    this.good = good;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  String route() {
    return route;
  }

  Reply good() {
    return good;
  }

  boolean submits() {
    return route.equals(SUBMIT.route);
  }

  /** The operation in whose jobs it occurs, where every call goes as usual. */
  TinyOperation operation() {
    return switch (this) {
      case SUBMIT_SAFE -> new TinyOperation().repeats(Repeat.SAFE);
      case SUBMIT_LOOK_UP, LOOK_UP ->
          new TinyOperation()
              .repeats(Repeat.AFTER_LOOKUP)
              .onLooksUp(
                  (lost, reply) ->
                      reply.json().isEmpty()
                          ? Optional.empty()
                          : Optional.of(JobUpdate.accepted(reply.required("/id")).build()));
      case SYNCHRONOUS ->
          TinyOperation.atOnce(
              reply ->
                  JobUpdate.succeeded(
                      List.of(Output.url("image", reply.required("/url")).build())));
      default -> new TinyOperation();
    };
  }
}
