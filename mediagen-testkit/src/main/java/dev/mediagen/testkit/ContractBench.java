// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaClientBuilder;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/**
 * What the cases of the contract play with: a vendor that follows the script, a clock, a client.
 */
abstract class ContractBench {

  private static final Duration SHORT = Duration.ofMillis(300);

  final ProviderAdapter adapter;
  final Life life;
  final ScriptedVendor vendor = new ScriptedVendor();
  final FakeClock clock = new FakeClock();
  final MediaClient client;

  ContractBench(ProviderAdapter adapter, Life life) {
    this.adapter = adapter;
    this.life = life;
    this.client = builder().build();
    life.play(vendor);
  }

  @AfterEach
  void closeAll() {
    client.close();
    vendor.close();
  }

  MediaClientBuilder builder() {
    return vendor.client(clock, adapter).replyTimeout(SHORT);
  }

  MediaResult make() {
    return make(life.request());
  }

  MediaResult make(MediaRequest<?> request) {
    return clock.await(client.generate(request));
  }

  MediaException failure() {
    return failure(life.request());
  }

  MediaException failure(MediaRequest<?> request) {
    MediaException failure = catchThrowableOfType(MediaException.class, () -> make(request));
    assertThat(failure).as("the request should have failed").isNotNull();
    assertThat(failure.details().provider()).hasValue(adapter.info().id());
    assertThat(failure.model()).hasValue(request.model());
    secrets().forEach(secret -> assertThat(failure).hasMessageNotContaining(secret));
    return failure;
  }

  List<String> secrets() {
    return adapter.info().settings().stream()
        .filter(Setting::secret)
        .map(ScriptedVendor::value)
        .toList();
  }

  int submissions() {
    return vendor.calls(life.submit()).size();
  }

  /** What the operation that serves the request promises; it takes a submission to find out. */
  Repeat repeat() {
    MediaJob<?> job = clock.await(client.submit(life.request()));
    // Were it still followed, its questions would take answers that are meant for the next job.
    clock.await(job.result());
    return Objects.requireNonNull(adapter.operations().get(job.handle().operation())).repeat();
  }

  MediaRequest<?> within(String timeout) {
    String json = life.request().toJson();
    return MediaRequest.fromJson(
        json.substring(0, json.length() - 1) + ",\"timeout\":\"" + timeout + "\"}");
  }

  void noKeyLeftTheHouse() {
    for (RecordedCall call : vendor.calls()) {
      if (call.foreign()) {
        for (String secret : secrets()) {
          assertThat(call.headers().toString() + call.target()).doesNotContain(secret);
        }
      }
    }
  }
}
