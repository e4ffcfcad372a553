// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import java.util.List;
import java.util.Optional;

/**
 * One way of a provider to make something: how the job starts, how it is followed, how it is
 * cancelled. Pure functions from values to values.
 *
 * <p>A job is always at a <em>stage</em>, a word in its handle: {@link #poll} gives the call for
 * the stage, {@link #onPoll} says what the reply means and may move the job to another stage. So a
 * vendor that wants several calls for one answer (status, then result, then file record) needs
 * several words, and a process that comes back later continues where the last one stopped.
 */
public interface Operation {
  /** How a submission may be repeated when it is unknown whether it arrived. */
  enum Repeat {
    /** Never: a second call would be a second job. */
    NEVER,
    /** As often as one likes: the vendor knows {@link Task#clientId()} again. */
    SAFE,
    /** After {@link #lookUp} has shown that nothing was created. */
    AFTER_LOOKUP
  }

  /** The call that starts the job. */
  HttpCall submit(Task task);

  /** What its reply means: accepted with an id, finished already, or failed. */
  JobUpdate onSubmit(Task task, HttpReply reply);

  /** The next call for the job, by its {@linkplain JobHandle#stage() stage}. */
  default HttpCall poll(JobHandle job) {
    throw new IllegalStateException(job.operation() + " answers at once and is never polled");
  }

  /** What the reply to {@link #poll} means. */
  default JobUpdate onPoll(JobHandle job, HttpReply reply) {
    throw new IllegalStateException(job.operation() + " answers at once and is never polled");
  }

  /**
   * The call that opens a stream of server-sent events about the job; none when there is no such
   * stream at its stage. While it is open the job is asked for once a minute only; when it breaks,
   * as often as without it. Events count until the job moves to another stage.
   */
  default Optional<HttpCall> events(JobHandle job) {
    return Optional.empty();
  }

  /**
   * What an event of {@link #events} means: by default the same as a reply to {@link #poll}. The
   * name of the event is in the header {@code event}.
   */
  default JobUpdate onEvent(JobHandle job, HttpReply event) {
    return onPoll(job, event);
  }

  /**
   * What a genuine webhook of the vendor says of the job, where its body is signed or there is no
   * other way to hear of it; none, the default, makes the engine ask at once.
   */
  default Optional<JobUpdate> onWebhook(JobHandle job, HttpReply delivery) {
    return Optional.empty();
  }

  /**
   * Whether the vendor sends webhooks about these jobs too, where the provider declares that it
   * sends any; by default it does. Else the task has no {@linkplain Task#callback() callback}.
   */
  default boolean webhooks() {
    return true;
  }

  /**
   * Whether a reply to {@link #submit} or {@link #poll} is news of the job, for {@link #onSubmit}
   * or {@link #onPoll} to read, and not an error for {@link ProviderAdapter#failure}. By default
   * any 2xx is.
   */
  default boolean reads(HttpReply reply) {
    return reply.success();
  }

  /**
   * {@link #reads(HttpReply)} for a reply to {@link #poll}, where it depends on the stage: the call
   * for the outputs may answer with an error status when it is the job that failed.
   */
  default boolean reads(JobHandle job, HttpReply reply) {
    return reads(reply);
  }

  /** The call that cancels the job; none when the vendor has no such call. */
  default Optional<HttpCall> cancel(JobHandle job) {
    return Optional.empty();
  }

  /** What the reply to {@link #cancel} means; by default any 2xx is a yes. */
  default CancelOutcome onCancel(JobHandle job, HttpReply reply) {
    return reply.success() ? CancelOutcome.CANCELED : CancelOutcome.TOO_LATE;
  }

  /** Whether a submission may be repeated; never, unless the vendor promises that it is safe. */
  default Repeat repeat() {
    return Repeat.NEVER;
  }

  /**
   * The call that finds a job by {@link JobIntent#clientId()}, for {@link Repeat#AFTER_LOOKUP}:
   * made when no answer came, and by another process when this one died.
   */
  default HttpCall lookUp(JobIntent lost) {
    throw new IllegalStateException("no look-up declared");
  }

  /** What {@link #lookUp} found: the job, or nothing. */
  default Optional<JobUpdate> onLookUp(JobIntent lost, HttpReply reply) {
    throw new IllegalStateException("no look-up declared");
  }

  /** Whether the submission is itself the wait, so that it holds a connection until the end. */
  default boolean synchronous() {
    return false;
  }

  /** Whether the job can be followed by asking; false when news come by webhook only. */
  default boolean pollable() {
    return true;
  }

  /**
   * Whether asking for a finished job again, with {@link #poll}, gives its outputs in the same
   * order with URLs that work again; false unless the vendor does so. An output whose URL has
   * expired is then asked for once.
   */
  default boolean freshUrls() {
    return false;
  }

  /** What must exist before the job starts, besides uploads: a customer record, a session. */
  default List<Preparation> before(Task task) {
    return List.of();
  }
}
