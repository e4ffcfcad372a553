// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import dev.mediagen.testkit.Reply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What can go wrong with one exchange: a bad address, or something else than the good reply. */
enum Fault {
  REFUSED("connect refused", BadPlaces.CLOSED),
  DNS("name unknown", BadPlaces.UNKNOWN_NAME),
  NO_TLS("no TLS there", BadPlaces.NO_TLS),
  UNTRUSTED("untrusted cert", BadPlaces.UNTRUSTED),
  CUT_BEFORE("cut before", BadPlaces.HANGS_UP),
  CUT_DURING("cut during", good -> Reply.cutWhileReading(4)),
  CUT_AFTER("cut after", good -> Reply.cut()),
  CUT_IN_HEAD("cut in head", Reply::cutInHeaders),
  CUT_IN_BODY("cut in body", Reply::cutInBody),
  STALL("stall", good -> Reply.stall()),
  STALL_IN_BODY("stall in body", good -> good.stallAfter(3)),
  S408(408),
  S409(409),
  S425(425),
  S429(429),
  S500(500),
  S502(502),
  S503(503),
  S504(504),
  GARBAGE("garbage", good -> Reply.garbage()),
  EMPTY("empty", good -> Reply.empty(200)),
  HUGE_JSON("huge JSON", good -> Reply.json("{\"x\":\"").padded("x", 21_000_000)),
  HUGE_BYTES("huge bytes", good -> Reply.text(200, "text/html", Leaks.MARK).padded("x", 1_000_000)),
  WRONG_TYPE("wrong type", good -> good.header("Content-Type", "text/plain"));

  private final String label;
  private final Optional<String> place;
  private final UnaryOperator<Reply> reply;
  private final boolean refusal;

  Fault(String label, String place) {
    this.label = label;
    this.place = Optional.of(place);
    this.reply = good -> good;
    this.refusal = false;
  }

  Fault(String label, UnaryOperator<Reply> reply) {
    this.label = label;
    this.place = Optional.empty();
    this.reply = reply;
    this.refusal = false;
  }

  Fault(int status) {
    this.label = String.valueOf(status);
    this.place = Optional.empty();
    this.reply = good -> Reply.json(status, "{\"message\":\"no\"}");
    this.refusal = status < 500 || status == 503;
  }

  String label() {
    return label;
  }

  /** The bad address, by its name in {@link BadPlaces}. */
  Optional<String> place() {
    return place;
  }

  /** What comes instead of the good reply. */
  Reply instead(Reply good) {
    return reply.apply(good);
  }

  /** Whether nothing comes, and the connection stays open. */
  boolean stalls() {
    return this == STALL || this == STALL_IN_BODY;
  }

  /** Whether a vendor that answers so certainly took nothing. */
  boolean refuses() {
    return refusal;
  }
}
