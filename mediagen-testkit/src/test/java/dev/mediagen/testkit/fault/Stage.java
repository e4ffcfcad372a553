// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.MediaSource;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Setting;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.ScriptedVendor;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import dev.mediagen.testkit.tiny.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vendor, a clock and an adapter of their own for one cell: the life of one job in which one
 * exchange meets one fault, once or every time, and all others go well.
 */
final class Stage implements AutoCloseable {
  static final String KEY = ScriptedVendor.value(Setting.key());

  /**
   * How long a client waits for a vendor, in real time: where it is silent, and where it is not.
   */
  private static final Duration SHORT = Duration.ofMillis(800);

  private static final Duration LONG = Duration.ofSeconds(15);

  /** How long a job may take: enough for one retry and a few polls, by the clock of the test. */
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  /** A synchronous call is waited for in real time up to its deadline. */
  private static final Duration SILENT_DEADLINE = Duration.ofMillis(1500);

  /** The name of the further base URL that leads to a bad place. */
  private static final String BAD = "bad";

  private final Exchange exchange;
  private final Fault fault;
  private final boolean once;
  private final BadPlaces places;
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final FakeClock clock = new FakeClock();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicBoolean mayEnd = new AtomicBoolean();

  Stage(Exchange exchange, Fault fault, boolean once, BadPlaces places) {
    this.exchange = exchange;
    this.fault = fault;
    this.once = once;
    this.places = places;
    script();
  }

  Exchange exchange() {
    return exchange;
  }

  boolean once() {
    return once;
  }

  ScriptedVendor vendor() {
    return vendor;
  }

  FakeClock clock() {
    return clock;
  }

  /** From now on a job that was not to end before its cancelling may end. */
  void letJobEnd() {
    mayEnd.set(true);
  }

  ImageRequest request() {
    ImageRequest.Builder request =
        image()
            .timeout(
                exchange == Exchange.SYNCHRONOUS && fault.stalls() ? SILENT_DEADLINE : DEADLINE);
    return switch (exchange) {
      case DESCRIBE -> request.model("tiny/new").build();
      case UPLOAD -> request.source(MediaSource.bytes(Samples.png(), "image/png")).build();
      default -> request.build();
    };
  }

  /** How many jobs the vendor may put on the bill: read completely, not refused, each key once. */
  long taken() {
    List<RecordedCall> calls = vendor.calls(Exchange.SUBMIT.route());
    boolean refuses = exchange.submits() && fault.refuses();
    return calls.stream()
        .skip(!refuses ? 0 : once ? 1 : calls.size())
        .map(call -> call.header("Idempotency-Key").orElseGet(() -> "call " + calls.indexOf(call)))
        .distinct()
        .count();
  }

  MediaClient client() {
    TinyAdapter adapter =
        TinyAdapter.of(operation())
            .info(info -> info.baseUrl(BAD, "http://bad.example"))
            .model(
                "'id':'m','kind':'image','typicalTime':'PT0.2S','parameters':{'prompt':{'field':'prompt'}},"
                    + "'inputs':{'source':{'field':'file','deliver':['upload']}}")
            .uploads(input -> new Upload(() -> at(Exchange.UPLOAD, HttpCall.post("/files"))));
    if (exchange == Exchange.DESCRIBE) {
      adapter.describes(
          () -> at(exchange, HttpCall.get("/models/new")),
          (model, reply) -> {
            reply.required("/name");
            return Optional.empty();
          });
    }
    MediaClientBuilder builder =
        vendor
            .client(clock, adapter)
            .listener(new Witness())
            .replyTimeout(fault.stalls() ? SHORT : LONG)
            .retries(1);
    fault
        .place()
        .ifPresent(place -> builder.provider("tiny", s -> s.baseUrl(BAD, places.url(place))));
    return builder.build();
  }

  private TinyOperation operation() {
    TinyOperation operation =
        exchange
            .operation()
            .submits(
                task -> {
                  HttpCall call = at(Exchange.SUBMIT, HttpCall.post("/jobs").json(task.fields()));
                  return exchange == Exchange.SUBMIT_SAFE
                      ? call.header("Idempotency-Key", task.clientId())
                      : call;
                })
            .looksUp(lost -> at(Exchange.LOOK_UP, HttpCall.get("/find")))
            .cancels(job -> at(Exchange.CANCEL, HttpCall.delete("/jobs/j1")))
            .polls(
                job ->
                    job.stage().equals("result")
                        ? at(Exchange.RESULT, HttpCall.get("/jobs/j1/result"))
                        : at(Exchange.POLL, HttpCall.get("/jobs/j1")));
    return exchange != Exchange.RESULT
        ? operation
        : operation.onPolls(
            (job, reply) ->
                job.stage().equals("result")
                    ? TinyOperation.update(reply)
                    : JobUpdate.next("result").build());
  }

  /** A call, to a bad place when it is its turn. */
  private HttpCall at(Exchange which, HttpCall call) {
    boolean mine = which == exchange || (which == Exchange.SUBMIT && exchange.submits());
    return mine && fault.place().isPresent() && (turns.getAndIncrement() == 0 || !once)
        ? call.at(BAD)
        : call;
  }

  private void script() {
    for (Exchange one :
        List.of(
            Exchange.DESCRIBE,
            Exchange.UPLOAD,
            Exchange.SUBMIT,
            Exchange.POLL,
            Exchange.RESULT,
            Exchange.CANCEL,
            Exchange.DOWNLOAD)) {
      vendor.on(one.route(), one.good());
    }
    vendor.on(Exchange.LOOK_UP.route(), call -> json(taken() > 0 ? "{'id':'j1'}" : "{}"));
    Reply busy = json("{'state':'busy'}");
    switch (exchange) {
      case CANCEL ->
          vendor.on(Exchange.POLL.route(), call -> mayEnd.get() ? Exchange.POLL.good() : busy);
      case LOOK_UP -> vendor.on(Exchange.SUBMIT.route(), Reply.cut(), Exchange.SUBMIT.good());
      default -> {}
    }
    Reply good = exchange.good();
    Reply bad = fault.instead(good);
    if (exchange == Exchange.DOWNLOAD && fault.place().isPresent()) {
      // An output is where the vendor says, so its bad place is one that it is sent on to.
      bad = Reply.redirect(302, places.url(fault.place().get()) + "/a.png");
    }
    vendor.on(exchange.route(), once ? new Reply[] {bad, good} : new Reply[] {bad});
  }

  @Override
  public String toString() {
    return exchange + "-" + fault + (once ? "-once" : "-always");
  }

  @Override
  public void close() {
    vendor.close();
  }
}
