// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.testkit.FakeClock;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.ScriptedVendor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A scripted vendor, a clock, and clients of adapters that are pointed there. */
public final class Bench implements AutoCloseable {
  /** How long the clients of a bench wait for one answer. */
  public static final Duration PATIENCE = Duration.ofMillis(300);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final FakeClock clock = new FakeClock();
  private final List<MediaClient> clients = new ArrayList<>();

  public ScriptedVendor vendor() {
    return vendor;
  }

  public FakeClock clock() {
    return clock;
  }

  /** Answers of the usual operation: one job that ends after a poll or two. */
  public Bench usual() {
    vendor.on("POST /jobs", json("{'id':'j1'}"));
    vendor.on(
        "GET /jobs/*", json("{'state':'busy'}"), json("{'state':'done','url':'{cdn}/a.png'}"));
    vendor.on("GET /a.png", Reply.png());
    return this;
  }

  /** A builder for a client that knows these adapters alone, with made-up keys. */
  public MediaClientBuilder builder(ProviderAdapter... adapters) {
    return vendor.client(clock, adapters).listener(new Witness()).replyTimeout(PATIENCE);
  }

  public MediaClient client(ProviderAdapter... adapters) {
    return open(builder(adapters));
  }

  /** A client that is closed with the bench. */
  public MediaClient open(MediaClientBuilder builder) {
    MediaClient client = builder.build();
    clients.add(client);
    return client;
  }

  public static ImageRequest.Builder image() {
    return ImageRequest.builder().model("tiny/m").prompt("a boat");
  }

  public ImageResult make(MediaClient client) {
    return make(client, image().build());
  }

  public <R extends MediaResult> R make(MediaClient client, MediaRequest<R> request) {
    return clock.await(client.generate(request));
  }

  public MediaException failure(MediaClient client) {
    return failure(client, image().build());
  }

  public MediaException failure(MediaClient client, MediaRequest<?> request) {
    MediaException failure =
        catchThrowableOfType(MediaException.class, () -> make(client, request));
    assertThat(failure).as("the request should have failed").isNotNull();
    return failure;
  }

  /** A reply from JSON with single quotes. */
  public static Reply json(String text) {
    return json(200, text);
  }

  public static Reply json(int status, String text) {
    return Reply.json(status, text.replace('\'', '"'));
  }

  /** The only call to a route. */
  public RecordedCall only(String route) {
    assertThat(vendor.calls(route)).as(route).hasSize(1);
    return vendor.calls(route).get(0);
  }

  public static String text(RecordedCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }

  public static JsonNode tree(RecordedCall call) {
    try {
      return JSON.readTree(call.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    clients.forEach(MediaClient::close);
    vendor.close();
  }
}
