// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.AssetHost;
import dev.mediagen.Reference;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes the inputs of a request ready to be sent. */
final class Inputs {
  private static final InputSpec ANY =
      InputSpec.builder().deliver(List.of(Delivery.URL, Delivery.DATA_URI)).list(true).build();

  private final Transport transport;
  private final Preparations preparations;
  private final Optional<AssetHost> host;

  Inputs(Transport transport, Preparations preparations, Optional<AssetHost> host) {
    this.transport = transport;
    this.preparations = preparations;
    this.host = host;
  }

  /** An input whose bytes are known, and the upload it may need. */
  record Ready(Input input, Optional<Preparation> upload) {
    /** Whether its bytes are still to be put where there is a URL of them. */
    boolean needsHost() {
      return input.delivery() == Delivery.URL && !input.isText();
    }
  }

  /**
   * All inputs of a request.
   *
   * @param dry whether nothing may be fetched
   * @throws InvalidRequestException naming the input that cannot be sent
   */
  List<Ready> ready(Provider provider, ModelSpec model, RequestView view, boolean dry) {
    List<Ready> ready = new ArrayList<>();
    Map<String, List<Reference>> ordered = new LinkedHashMap<>();
    // Where a vendor takes a list of pictures, their order has a meaning: the catalogue's.
    model.inputs().keySet().stream()
        .filter(view.inputs()::containsKey)
        .forEach(role -> ordered.put(role, view.inputs().get(role)));
    view.inputs().forEach(ordered::putIfAbsent);
    ordered.forEach(
        (role, references) -> {
          InputSpec spec = model.inputs().getOrDefault(role, ANY);
          for (Reference reference : references) {
            OneInput one =
                new OneInput(
                    transport,
                    provider,
                    model,
                    role,
                    spec,
                    view.request().kind(),
                    host.isPresent());
            Ready input = one.ready(reference.source(), dry);
            ready.add(new Ready(input.input().purpose(reference.role()), input.upload()));
          }
        });
    return ready;
  }

  /** Makes the uploads; those that need none are there already. */
  CompletableFuture<List<Input>> upload(Provider provider, List<Ready> ready) {
    List<CompletableFuture<Input>> all =
        ready.stream().map(one -> uploaded(provider, one)).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<Input> uploaded(Provider provider, Ready one) {
    if (one.needsHost()) {
      return hosted(provider, one.input());
    }
    return one.upload()
        .map(
            upload ->
                preparations
                    .run(provider, upload)
                    .thenApply(text -> instead(one.input(), Delivery.UPLOAD, text)))
        .orElseGet(() -> CompletableFuture.completedFuture(one.input()));
  }

  private CompletableFuture<Input> hosted(Provider provider, Input input) {
    CompletableFuture<URI> url;
    try {
      url = host.orElseThrow().host(input.blob(), input.mediaType(), input.fileName());
    } catch (RuntimeException e) {
      url = CompletableFuture.failedFuture(e);
    }
    return url.handle(
        (given, failure) -> {
          if (failure != null) {
            Throwable cause = Failures.unwrap(failure);
            throw notHosted(provider, input, "failed: " + cause.getMessage(), cause);
          } else if (given == null || !String.valueOf(given.getScheme()).matches("https?")) {
            throw notHosted(provider, input, "gave no http or https URL", null);
          }
          return instead(input, Delivery.URL, given.toString());
        });
  }

  private static MediaException notHosted(
      Provider provider, Input input, String what, @Nullable Throwable cause) {
    return new MediaException(
        ErrorDetails.of(
                ErrorKind.FAILED,
                "the asset host "
                    + what
                    + " (for the input "
                    + input.role()
                    + "); nothing was sent")
            .provider(provider.id())
            .advice("look after the AssetHost of the client")
            .build(),
        cause);
  }

  /** An input with what stands for its bytes. */
  static Input instead(Input input, Delivery delivery, String text) {
    return Input.text(input.role(), delivery, text).purpose(input.purpose());
  }
}
