// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.catalog.Quote;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.check.RequestCheck;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out which model is meant, whether it can do what is asked, and what that costs. */
final class Planner {
  private final Providers providers;
  private final Turns turns;
  private final Transport transport;
  private final JobClock clock;
  private final Map<ModelId, ModelSpec> described = new ConcurrentHashMap<>();

  Planner(Providers providers, Turns turns, Transport transport, JobClock clock) {
    this.providers = providers;
    this.turns = turns;
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * The plan for a request at one of its models. Throws at once what needs no call; only a model
   * that no catalogue lists may need one, where its vendor describes models.
   */
  CompletableFuture<Plan> plan(MediaRequest<?> request, ModelId id) {
    Provider provider = turns.next(id);
    Optional<ModelSpec> known = known(id, request.kind());
    if (known.isPresent()) {
      // What is wrong with the request is worth knowing before a key is looked for.
      Plan plan = plan(request, provider, known.get());
      provider.requireConfigured();
      return CompletableFuture.completedFuture(plan);
    }
    provider.requireConfigured();
    return describe(provider, id, request.kind()).thenApply(spec -> plan(request, provider, spec));
  }

  /** The plan without a call and without a key: for showing, and for checking fallbacks early. */
  Plan dry(MediaRequest<?> request, ModelId id) {
    Provider provider = providers.find(id);
    ModelSpec model = known(id, request.kind()).orElseGet(() -> assume(id, request.kind()));
    return plan(request, provider, model);
  }

  /** What is known of a model, or assumed of it. */
  ModelSpec spec(ModelId id, MediaKind kind) {
    return known(id, kind).orElseGet(() -> assume(id, kind));
  }

  private Optional<ModelSpec> known(ModelId id, MediaKind kind) {
    return providers
        .catalog(id.provider())
        .find(id.name(), kind)
        .or(() -> Optional.ofNullable(described.get(id)));
  }

  private ModelSpec assume(ModelId id, MediaKind kind) {
    return providers.catalog(id.provider()).assume(id, kind);
  }

  private CompletableFuture<ModelSpec> describe(Provider provider, ModelId id, MediaKind kind) {
    Optional<HttpCall> call = provider.adapter().describe(id);
    if (call.isEmpty()) {
      return CompletableFuture.completedFuture(assume(id, kind));
    }
    return transport
        .exchange(provider, call.get())
        .thenApply(
            reply -> {
              if (!reply.success()) {
                throw new MediaException(
                    Failures.of(provider, reply).toBuilder()
                        .model(id)
                        .billing(Billing.NONE)
                        .build());
              }
              Optional<ModelSpec> spec = provider.adapter().onDescribe(id, reply);
              spec.ifPresent(found -> described.put(id, found));
              return spec.orElseGet(() -> assume(id, kind));
            });
  }

  private Plan plan(MediaRequest<?> request, Provider provider, ModelSpec model) {
    List<String> warnings = new ArrayList<>();
    endOfLife(provider, model).ifPresent(warnings::add);
    RequestCheck.Checked checked = RequestCheck.check(request, model);
    warnings.addAll(checked.warnings());
    if (!model.known()) {
      List<String> near = providers.catalog(provider.id()).similar(model.id().name());
      if (!near.isEmpty()) {
        warnings.add("did you mean " + provider.id() + "/" + near.get(0) + "?");
      }
    }
    return new Plan(
        provider,
        model,
        checked.request(),
        split(checked.request(), model),
        List.copyOf(warnings),
        quote(provider, model, checked.request()),
        request.timeout().or(model::maximumTime).orElseGet(() -> patience(request.kind())));
  }

  /** Who asks elsewhere than at the vendor may be billed by somebody else. */
  private static Quote quote(Provider provider, ModelSpec model, RequestView request) {
    Quote quote = Pricing.quote(model, request);
    return provider.redirected() && quote.usd().isPresent()
        ? Quote.builder()
            .from(quote)
            .basis(quote.basis() + ", which your own base URL may not charge")
            .build()
        : quote;
  }

  /** A server that only speaks the vendor's language may well offer what the vendor gave up. */
  private Optional<String> endOfLife(Provider provider, ModelSpec model) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    String instead = model.successor().map(s -> "; its successor is " + s).orElse("");
    if (model.retired().isPresent() && !model.retired().get().isAfter(today)) {
      String what = model.id() + " was shut down on " + model.retired().get() + instead;
      if (!provider.redirected()) {
        throw new MediaException(
            ErrorDetails.of(
                    ErrorKind.RETIRED, "was shut down on " + model.retired().get() + instead)
                .provider(provider.id())
                .model(model.id())
                .advice(
                    model
                        .successor()
                        .map(s -> "use " + s)
                        .orElse("use another model; client.models() lists them"))
                .build());
      }
      return Optional.of(what + "; it is asked for all the same, at your own base URL");
    }
    if (model.retired().isPresent()) {
      return Optional.of(model.id() + " will be shut down on " + model.retired().get() + instead);
    }
    return model
        .deprecated()
        .filter(day -> !day.isAfter(today))
        .map(day -> model.id() + " is deprecated since " + day + instead);
  }

  /** A model that makes fewer outputs in one job gets several jobs, each with a seed of its own. */
  private static List<RequestView> split(RequestView request, ModelSpec model) {
    ParameterSpec spec = model.parameters().get("count");
    JsonNode count = request.parameters().get("count");
    if (spec == null || spec.perCall().isEmpty() || count == null) {
      return List.of(request);
    }
    int perCall = spec.perCall().get();
    JsonNode seed = request.parameters().get("seed");
    List<RequestView> parts = new ArrayList<>();
    for (int left = count.asInt(); left > 0; left -= perCall) {
      RequestView part = request.with("count", IntNode.valueOf(Math.min(left, perCall)));
      parts.add(
          seed == null || parts.isEmpty()
              ? part
              : part.with("seed", LongNode.valueOf(seed.asLong() + (long) parts.size() * perCall)));
    }
    return List.copyOf(parts);
  }

  /** Where the catalogue says nothing: long enough for the slowest vendors' queues. */
  private static Duration patience(MediaKind kind) {
    return switch (kind) {
      case IMAGE, SPEECH, SOUND, SEGMENT -> Duration.ofMinutes(10);
      case MUSIC, TRANSCRIPT, UPSCALE -> Duration.ofMinutes(30);
      case VIDEO, MODEL3D -> Duration.ofMinutes(60);
    };
  }
}
