// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.Explanation;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.ProviderAdapter;

/**
 * What a provider is sent for one request after the other, as text for a {@link Golden} file: all
 * parameters a model takes, an input by each of its ways. Nothing is sent. Not thread-safe.
 *
 * <pre>{@code
 * try (GoldenCalls calls = new GoldenCalls(new ToyProvider())) {
 *   calls.add("the least", ImageRequest.builder().model("toy/oil-1").prompt("a boat").build());
 *   calls.check("ToyCalls.http");
 * }
 * }</pre>
 */
public final class GoldenCalls implements AutoCloseable {
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final MediaClient client;
  private final StringBuilder text = new StringBuilder();

  /** Calls of a provider that has made-up values for all its settings. */
  public GoldenCalls(ProviderAdapter adapter) {
    client = vendor.client(new FakeClock(), adapter).build();
  }

  /** Adds the calls for a request, or why it is refused. */
  public GoldenCalls add(String title, MediaRequest<?> request) {
    text.append("### ").append(title).append("\n\n");
    try {
      Explanation explanation = client.explain(request);
      explanation.calls().forEach(this::add);
      explanation.warnings().forEach(warning -> text.append("! ").append(warning).append("\n\n"));
    } catch (MediaException e) {
      text.append("refused: ").append(e.getMessage()).append("\n\n");
    }
    return this;
  }

  private void add(Explanation.Call call) {
    text.append(call.method()).append(' ').append(call.url()).append('\n');
    call.headers()
        .forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    call.body().ifPresent(body -> text.append('\n').append(body).append('\n'));
    text.append('\n');
  }

  /** Holds all that was added against the golden file of this name. */
  public void check(String fileName) {
    Golden.check(fileName, Transcript.settled(text.toString(), vendor));
  }

  @Override
  public void close() {
    client.close();
    vendor.close();
  }
}
