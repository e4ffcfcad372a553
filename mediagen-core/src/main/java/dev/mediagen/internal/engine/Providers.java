// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.Credentials;
import dev.mediagen.Limits;
import dev.mediagen.ModelId;
import dev.mediagen.ProviderSettings;
import dev.mediagen.ProviderStatus;
import dev.mediagen.Secret;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.json.Similar;
import dev.mediagen.spi.EmbeddedEndpoint;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The providers of one client: adapters with their settings, catalogues and endpoints. */
final class Providers implements AutoCloseable {
  private final ClientSettings settings;
  private final Adapters adapters;
  private final Map<String, Map<String, Provider>> providers = new ConcurrentHashMap<>();
  private final Map<String, Catalog> catalogs = new LinkedHashMap<>();
  private final Map<String, EmbeddedEndpoint.Running> running = new ConcurrentHashMap<>();

  Providers(ClientSettings settings) {
    this.settings = settings;
    this.adapters = new Adapters(settings);
    adapters.catalogs().forEach((id, catalog) -> catalogs.put(id, completed(id, catalog)));
  }

  private Catalog completed(String id, Catalog own) {
    Catalog catalog = own;
    EmbeddedEndpoint endpoint = adapters.endpoints().get(id);
    if (endpoint != null && configuredUrl(id, "").isEmpty()) {
      catalog = catalog.with(endpoint.catalog());
    }
    for (Catalog more : settings.catalogs()) {
      catalog = more.provider().equals(id) ? catalog.with(more) : catalog;
    }
    return catalog;
  }

  /** The provider of a job, at the account that pays for it, ready to be called. */
  Provider ready(ModelId model, Optional<String> account) {
    Map<String, Provider> accounts = accounts(model);
    Provider provider = accounts.get(account.orElse(""));
    if (provider == null && account.isEmpty()) {
      provider = accounts.values().iterator().next();
    }
    if (provider == null) {
      throw new MediaException(
          ErrorDetails.of(
                  ErrorKind.UNCONFIGURED,
                  "no account " + account.get() + "; there are " + accounts.keySet())
              .provider(model.provider())
              .model(model)
              .advice("give the client the account under the alias it had when it paid")
              .build());
    }
    provider.requireConfigured();
    return provider;
  }

  /** The provider of a model, at its first account, configured or not. */
  Provider find(ModelId model) {
    return accounts(model).values().iterator().next();
  }

  /**
   * The provider of a model, once for each account, by alias; the only one has the empty alias. An
   * embedded endpoint is started if need be.
   */
  Map<String, Provider> accounts(ModelId model) {
    ProviderAdapter adapter = adapters.byId().get(model.provider());
    if (adapter == null) {
      List<String> near = Similar.to(model.provider(), adapters.byId().keySet(), 2);
      throw InvalidRequestException.of(
          "model",
          model,
          "no provider "
              + model.provider()
              + " on the class path"
              + (near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)")
              + "; there are "
              + String.join(", ", adapters.byId().keySet())
              + "; others are added by their dependency mediagen-provider-"
              + model.provider());
    }
    EmbeddedEndpoint endpoint = adapters.endpoints().get(adapter.info().id());
    if (endpoint != null && needsEndpoint(adapter)) {
      running.computeIfAbsent(adapter.info().id(), id -> endpoint.start());
      return providers.compute(
          adapter.info().id(),
          (id, known) ->
              known == null || known.values().stream().anyMatch(p -> !p.missing().isEmpty())
                  ? accounts(adapter)
                  : known);
    }
    return providers.computeIfAbsent(adapter.info().id(), id -> accounts(adapter));
  }

  /** A provider once for each account, by its id; empty when there is none of that name. */
  List<Provider> byId(String id) {
    return adapters.byId().containsKey(id)
        ? List.copyOf(accounts(ModelId.of(id + "/any")).values())
        : List.of();
  }

  /** An operation of a provider by its name, as it stands in handles too. */
  static Operation operation(Provider provider, String name) {
    Operation operation = provider.adapter().operations().get(name);
    if (operation == null) {
      throw new MediaException(
          ErrorDetails.of(
                  ErrorKind.NOT_FOUND,
                  "the adapter has no operation "
                      + name
                      + "; it has "
                      + String.join(", ", provider.adapter().operations().keySet()))
              .provider(provider.id())
              .build());
    }
    return operation;
  }

  private boolean needsEndpoint(ProviderAdapter adapter) {
    String id = adapter.info().id();
    return adapter.info().baseUrl().isEmpty()
        && configuredUrl(id, "").isEmpty()
        && adapters.endpoints().containsKey(id);
  }

  private Map<String, Provider> accounts(ProviderAdapter adapter) {
    ProviderSettings shared = settings.provider(adapter.info().id());
    Map<String, Provider> accounts = new LinkedHashMap<>();
    shared
        .accounts()
        .forEach(
            (alias, own) ->
                accounts.put(alias, provider(adapter, Optional.of(alias), List.of(own, shared))));
    return accounts.isEmpty()
        ? Map.of("", provider(adapter, Optional.empty(), List.of(shared)))
        : Collections.unmodifiableMap(accounts);
  }

  private Provider provider(
      ProviderAdapter adapter, Optional<String> account, List<ProviderSettings> given) {
    String id = adapter.info().id();
    Map<String, Credentials> values = new LinkedHashMap<>();
    for (Setting setting : adapter.info().settings()) {
      values.put(setting.name(), source(given, setting));
    }
    Map<String, String> urls = new LinkedHashMap<>(adapter.info().baseUrls());
    adapter.info().baseUrl().ifPresent(url -> urls.put("", url));
    EmbeddedEndpoint.Running embedded = running.get(id);
    if (embedded != null) {
      urls.put("", embedded.baseUrl().toString());
    }
    urls.replaceAll((name, url) -> configuredUrl(id, name).orElse(url));
    Optional<String> main = configuredUrl(id, "");
    main.ifPresent(url -> urls.put("", url));
    boolean anywhere = given.stream().anyMatch(ProviderSettings::isPrivateNetwork);
    return new Provider(adapter, account, values, urls, main.isPresent(), anywhere);
  }

  /** How much may be asked of a provider at once: what the user says wins over the adapter. */
  Limits limits(Provider provider) {
    ProviderSettings shared = settings.provider(provider.id());
    Limits own =
        provider
            .account()
            .map(alias -> shared.accounts().get(alias))
            .map(ProviderSettings::limits)
            .orElseGet(Limits::none);
    return own.or(shared.limits()).or(provider.info().limits());
  }

  /** The first that is told to have a setting; else the environment. */
  private Credentials source(List<ProviderSettings> given, Setting setting) {
    return given.stream()
        .flatMap(one -> one.source(setting.name()).stream())
        .findFirst()
        .orElseGet(() -> name -> environment(setting));
  }

  private Optional<Secret> environment(Setting setting) {
    return setting.variables().stream()
        .map(variable -> settings.environment().get(variable))
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .map(Secret::of);
  }

  private Optional<String> configuredUrl(String id, String name) {
    return Optional.ofNullable(settings.provider(id).baseUrls().get(name))
        .or(
            () ->
                Optional.ofNullable(settings.environment().get(Provider.baseUrlVariable(id, name))))
        .filter(url -> !url.isBlank());
  }

  /** The catalogue of a provider. */
  Catalog catalog(String id) {
    return catalogs.getOrDefault(id, Catalog.empty(id));
  }

  /** All catalogues. */
  List<Catalog> catalogs() {
    return List.copyOf(catalogs.values());
  }

  /** What there is, and what is missing to use it. */
  List<ProviderStatus> statuses() {
    List<ProviderStatus> statuses = new ArrayList<>();
    adapters
        .byId()
        .forEach(
            (id, adapter) -> {
              List<String> missing =
                  needsEndpoint(adapter)
                      ? List.of()
                      : accounts(adapter).values().stream()
                          .flatMap(account -> account.missing().stream())
                          .distinct()
                          .toList();
              statuses.add(
                  ProviderStatus.builder()
                      .id(id)
                      .name(adapter.info().name())
                      .configured(missing.isEmpty())
                      .missing(missing)
                      .note(adapter.info().note())
                      .homepage(adapter.info().homepage())
                      .build());
            });
    return statuses;
  }

  @Override
  public void close() {
    running.values().forEach(EmbeddedEndpoint.Running::close);
  }
}
