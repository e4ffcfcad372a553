// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.Reference;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes the inputs of a request ready to be sent. */
final class Inputs {
  private static final InputSpec ANY =
      InputSpec.builder().deliver(List.of(Delivery.URL, Delivery.DATA_URI)).list(true).build();

  private final Transport transport;
  private final Preparations preparations;

  Inputs(Transport transport, Preparations preparations) {
    this.transport = transport;
    this.preparations = preparations;
  }

  /** An input whose bytes are known, and the upload it may need. */
  record Ready(Input input, Optional<Preparation> upload) {}

  /**
   * All inputs of a request.
   *
   * @param dry whether nothing may be fetched
   * @throws InvalidRequestException naming the input that cannot be sent
   */
  List<Ready> ready(Provider provider, ModelSpec model, RequestView view, boolean dry) {
    List<Ready> ready = new ArrayList<>();
    view.inputs()
        .forEach(
            (role, references) -> {
              InputSpec spec = model.inputs().getOrDefault(role, ANY);
              for (Reference reference : references) {
                OneInput one =
                    new OneInput(transport, provider, model, role, spec, view.request().kind());
                Ready input = one.ready(reference.source(), dry);
                ready.add(new Ready(input.input().purpose(reference.role()), input.upload()));
              }
            });
    return ready;
  }

  /** Makes the uploads; those that need none are there already. */
  CompletableFuture<List<Input>> upload(Provider provider, List<Ready> ready) {
    List<CompletableFuture<Input>> all =
        ready.stream()
            .map(
                one ->
                    one.upload()
                        .map(
                            upload ->
                                preparations
                                    .run(provider, upload)
                                    .thenApply(
                                        text ->
                                            Input.text(one.input().role(), Delivery.UPLOAD, text)
                                                .purpose(one.input().purpose())))
                        .orElseGet(() -> CompletableFuture.completedFuture(one.input())))
            .toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
  }
}
