// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.spi.EmbeddedEndpoint;
import dev.mediagen.spi.ProviderAdapter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds adapters, and trusts none: one that cannot be loaded is reported and skipped, one that was
 * built for another contract is refused, and of two with the same id the first one stays.
 */
final class Adapters {
  private static final Logger LOG = LoggerFactory.getLogger(Adapters.class);

  private final Map<String, ProviderAdapter> byId = new LinkedHashMap<>();
  private final Map<String, Catalog> catalogs = new LinkedHashMap<>();
  private final Map<String, EmbeddedEndpoint> endpoints = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  Adapters(ClientSettings settings) {
    settings.adapters().forEach(this::add);
    settings.endpoints().forEach(endpoint -> endpoints.putIfAbsent(endpoint.provider(), endpoint));
    if (settings.discover()) {
      load(ProviderAdapter.class).forEach(this::add);
      load(EmbeddedEndpoint.class)
          .forEach(endpoint -> endpoints.putIfAbsent(endpoint.provider(), endpoint));
    }
  }

  /** The usable adapters by provider id. */
  Map<String, ProviderAdapter> byId() {
    return byId;
  }

  /** Their catalogues. */
  Map<String, Catalog> catalogs() {
    return catalogs;
  }

  /** The embedded endpoints by provider id. */
  Map<String, EmbeddedEndpoint> endpoints() {
    return endpoints;
  }

  /** What was skipped, and why. */
  List<String> problems() {
    return problems;
  }

  private void add(ProviderAdapter adapter) {
    String who = adapter.getClass().getName();
    try {
      int version = adapter.contractVersion();
      if (version != ProviderAdapter.CONTRACT_VERSION) {
        report(
            who
                + " was built for version "
                + version
                + " of the adapter contract, this is version "
                + ProviderAdapter.CONTRACT_VERSION
                + ": use matching versions of mediagen-core and the adapter");
        return;
      }
      String id = adapter.info().id();
      Catalog catalog = adapter.catalog();
      ProviderAdapter first = byId.putIfAbsent(id, adapter);
      catalogs.putIfAbsent(id, catalog);
      if (first != null && first.getClass() != adapter.getClass()) {
        report(
            "two adapters call themselves "
                + id
                + ": "
                + first.getClass().getName()
                + " is used, "
                + who
                + " is not");
      }
    } catch (RuntimeException | LinkageError e) {
      report(who + " does not work and is skipped: " + e);
    }
  }

  /** The loader of the thread may see more than the library's own, or less. */
  private <T> List<T> load(Class<T> service) {
    Map<String, T> found = new LinkedHashMap<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      load(ServiceLoader.load(service, context), found);
    }
    load(ServiceLoader.load(service, service.getClassLoader()), found);
    return List.copyOf(found.values());
  }

  private <T> void load(ServiceLoader<T> loader, Map<String, T> found) {
    Iterator<ServiceLoader.Provider<T>> all = loader.stream().iterator();
    while (true) {
      try {
        if (!all.hasNext()) {
          return;
        }
        ServiceLoader.Provider<T> next = all.next();
        if (!found.containsKey(next.type().getName())) {
          found.put(next.type().getName(), next.get());
        }
      } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
        String why = e.getCause() == null ? "" : ": " + e.getCause();
        report("an adapter cannot be loaded and is skipped: " + e.getMessage() + why);
      }
    }
  }

  private void report(String problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
      LOG.warn("{}", problem);
    }
  }
}
