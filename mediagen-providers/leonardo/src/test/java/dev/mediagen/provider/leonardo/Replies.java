// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.Reply;

/** What Leonardo answers, as its pages show it. */
final class Replies {
  static final String POLL = "GET /api/rest/v1/generations/g1";

  private Replies() {}

  static Reply json(String text) {
    return Reply.json(text.replace('\'', '"'));
  }

  static Reply generation(String status, String images) {
    return json(
        "{'generations_by_pk':{'id':'g1','status':'"
            + status
            + "','seed':905778432,'imageWidth':1024,'imageHeight':768,'generated_images':["
            + images
            + "]}}");
  }

  static String picture() {
    return "{'id':'i1','url':'{cdn}/p.png','nsfw':false,'motionMP4URL':null}";
  }

  static String video() {
    return "{'id':'i1','url':'{cdn}/p.png','nsfw':false,'motionMP4URL':'{cdn}/v.mp4'}";
  }

  static Reply place() {
    return json(
        "{'uploadInitImage':{'id':'u1','key':'uploads/u1.png','url':'{cdn}/put',"
            + "'fields':'{\\'key\\':\\'uploads/u1.png\\',\\'Policy\\':\\'p\\'}'}}");
  }

  /** What goes wrong in the same way for every operation. */
  static Life troubles(Life life, String submit) {
    return life.moderated(
            submit,
            Reply.json(
                400,
                "{\"error\":\"blocked by the moderation filter\",\"path\":\"$\","
                    + "\"code\":\"unexpected\"}"))
        .unauthorized(Reply.json(401, "{\"error\":\"bad key\",\"code\":\"invalid-jwt\"}"))
        .limited(Reply.json(429, "{\"error\":\"too many requests\",\"code\":\"unexpected\"}"));
  }

  static Life generated(Life life, String submit) {
    return troubles(life, submit).failed(POLL, generation("FAILED", ""), ErrorKind.FAILED);
  }
}
