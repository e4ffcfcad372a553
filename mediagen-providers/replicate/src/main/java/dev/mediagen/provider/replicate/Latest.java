// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Preparation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The version of a community model, without which it cannot be called; official ones need none. */
final class Latest implements Preparation {
  static final String OFFICIAL = "official";

  private final String model;

  Latest(String model) {
    this.model = model;
  }

  static String name(String model) {
    return "version of " + model;
  }

  @Override
  public String name() {
    return name(model);
  }

  @Override
  public Optional<Duration> keep() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    return HttpCall.get("/models/" + model);
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    return Step.ready(of(reply).orElse(OFFICIAL));
  }

  /** The version to call; none when the model is official, or has no version to name. */
  static Optional<String> of(HttpReply model) {
    return model.jsonOrMissing().path("is_official").asBoolean()
        ? Optional.empty()
        : model.at("/latest_version/id");
  }
}
