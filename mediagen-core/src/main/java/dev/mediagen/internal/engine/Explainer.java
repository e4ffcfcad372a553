// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.Explanation;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows the calls that a plan leads to, without making them. */
final class Explainer {
  private final Transport transport;
  private final Submitter submitter;

  Explainer(Transport transport, Submitter submitter) {
    this.transport = transport;
    this.submitter = submitter;
  }

  Explanation explain(Plan plan) {
    Provider provider = plan.provider();
    List<Explanation.Call> calls = new ArrayList<>();
    List<Input> inputs = new ArrayList<>();
    for (Inputs.Ready ready : submitter.ready(plan, true)) {
      ready.upload().ifPresent(upload -> calls.add(first(provider, upload)));
      inputs.add(shown(ready));
    }
    plan.parts()
        .forEach(
            part -> {
              PreparedTask task = submitter.task(plan, part, inputs);
              Operation operation =
                  Providers.operation(provider, provider.adapter().operation(task));
              for (Preparation preparation : operation.before(task)) {
                calls.add(first(provider, preparation));
                task.prepared(preparation.name(), "<" + preparation.name() + ">");
              }
              calls.add(shown("submit", provider, operation.submit(task)));
            });
    return Explanation.builder()
        .model(plan.id())
        .calls(calls)
        .quote(plan.quote())
        .warnings(plan.warnings())
        .build();
  }

  private static Input shown(Inputs.Ready ready) {
    String name = ready.input().fileName();
    if (ready.needsHost()) {
      return Inputs.instead(
          ready.input(), Delivery.URL, "<where the asset host puts " + name + ">");
    }
    return ready.upload().isEmpty()
        ? ready.input()
        : Inputs.instead(ready.input(), Delivery.UPLOAD, "<what the upload of " + name + " gives>");
  }

  private Explanation.Call first(Provider provider, Preparation preparation) {
    return shown(preparation.name(), provider, preparation.call("start", Map.of()));
  }

  private Explanation.Call shown(String purpose, Provider provider, HttpCall call) {
    Transport.Shown shown = transport.show(provider, call);
    return Explanation.Call.builder()
        .purpose(purpose)
        .method(shown.method())
        .url(shown.url())
        .headers(shown.headers())
        .body(shown.body())
        .build();
  }
}
