// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.MediaRequest;
import dev.mediagen.error.ErrorKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of one job at a vendor, as a script: what it is asked for, and what the vendor answers
 * on the way. {@link ProviderContract} plays it, and variations of it.
 */
public final class Life {
  /**
   * A reply that ends the job badly.
   *
   * @param route where it is given, instead of what is given there otherwise
   */
  record Bad(String route, Reply reply, ErrorKind kind) {}

  /**
   * The call that looks for a submission without an answer.
   *
   * @param found its reply when the job was created
   * @param nothing its reply when it was not
   */
  record LookUp(String route, Reply found, Reply nothing) {}

  private final MediaRequest<?> request;
  private final Map<String, Reply[]> routes = new LinkedHashMap<>();
  private String submit = "";
  private Optional<String> poll = Optional.empty();
  private Optional<String> cancel = Optional.empty();
  private Optional<String> stream = Optional.empty();
  private Optional<LookUp> lookUp = Optional.empty();
  private Optional<Bad> failed = Optional.empty();
  private Optional<Bad> moderated = Optional.empty();
  private Reply unauthorized = Reply.json(401, "{}");
  private Reply limited = Reply.json(429, "{}");

  private Life(MediaRequest<?> request) {
    this.request = request;
  }

  /** The life of a job for this request. */
  public static Life of(MediaRequest<?> request) {
    return new Life(request);
  }

  /** The call that starts the job, which is the one that costs. */
  public Life submit(String route, Reply reply) {
    submit = route;
    return with(route, reply);
  }

  /** The call that asks how it stands, with its answers until the end. */
  public Life poll(String route, Reply... replies) {
    poll = Optional.of(route);
    return with(route, replies);
  }

  /** Any other call: uploads, further stages, files. */
  public Life with(String route, Reply... replies) {
    routes.put(route, replies);
    return this;
  }

  /** The answer of a job that failed, at the last call that tells of the job. */
  public Life failed(Reply reply) {
    return failed(poll.orElse(submit), reply, ErrorKind.FAILED);
  }

  /** The answer of a job that failed, at a call of one's choice, and what is to be made of it. */
  public Life failed(String route, Reply reply, ErrorKind kind) {
    failed = Optional.of(new Bad(route, reply, kind));
    return this;
  }

  /** The answer when moderation refuses, at the last call that tells of the job. */
  public Life moderated(Reply reply) {
    return moderated(poll.orElse(submit), reply);
  }

  /** The answer when moderation refuses, at a call of one's choice. */
  public Life moderated(String route, Reply reply) {
    moderated = Optional.of(new Bad(route, reply, ErrorKind.CONTENT_FILTERED));
    return this;
  }

  /** The call that cancels. Leave it out where the vendor has none. */
  public Life cancel(String route, Reply reply) {
    cancel = Optional.of(route);
    return with(route, reply);
  }

  /**
   * The call that opens a stream of events, with the events that lead to the end, as {@code data:
   * ...} and empty lines. Leave it out where the vendor has none.
   */
  public Life stream(String route, String events) {
    stream = Optional.of(route);
    return with(route, Reply.text(200, "text/event-stream", events));
  }

  /**
   * The call that looks for a submission without an answer, with its replies when the job was
   * created and when it was not. To be said where the operation declares AFTER_LOOKUP.
   */
  public Life lookUp(String route, Reply found, Reply nothing) {
    lookUp = Optional.of(new LookUp(route, found, nothing));
    return this;
  }

  /** How the vendor refuses a wrong key. */
  public Life unauthorized(Reply reply) {
    unauthorized = reply;
    return this;
  }

  /** How the vendor says «too many calls»; {@code Retry-After} is added. */
  public Life limited(Reply reply) {
    limited = reply;
    return this;
  }

  MediaRequest<?> request() {
    return request;
  }

  void play(ScriptedVendor vendor) {
    routes.forEach(vendor::on);
  }

  Reply[] replies(String route) {
    return routes.getOrDefault(route, new Reply[0]);
  }

  List<String> routes() {
    return List.copyOf(routes.keySet());
  }

  String submit() {
    return submit;
  }

  Optional<String> poll() {
    return poll;
  }

  Optional<String> cancel() {
    return cancel;
  }

  Optional<String> stream() {
    return stream;
  }

  Optional<LookUp> lookUp() {
    return lookUp;
  }

  Optional<Bad> failed() {
    return failed;
  }

  Optional<Bad> moderated() {
    return moderated;
  }

  Reply unauthorized() {
    return unauthorized;
  }

  Reply limited() {
    return limited;
  }
}
