// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.AssetHost;
import dev.mediagen.MediaListener;
import dev.mediagen.ProviderSettings;
import dev.mediagen.Secret;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.internal.http.CallThreads;
import dev.mediagen.spi.EmbeddedEndpoint;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.store.JobStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the builder collects. */
public final class ClientSettings {
  private final Map<String, ProviderSettings> providers = new LinkedHashMap<>();
  private final List<ProviderAdapter> adapters = new ArrayList<>();
  private final List<EmbeddedEndpoint> endpoints = new ArrayList<>();
  private final List<Catalog> catalogs = new ArrayList<>();
  private final List<MediaListener> listeners = new ArrayList<>();
  private boolean discover = true;
  private @Nullable String callback;
  private @Nullable Secret callbackKey;
  private @Nullable String learned;
  private JobStore store = JobStore.inMemory();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration replyTimeout = Duration.ofSeconds(60);
  private @Nullable Integer eventStreams;
  private @Nullable AssetHost assetHost;
  private long maxDownload = 16L << 30;
  private int retries = 2;
  private Executor executor = CallThreads.delivery();
  private @Nullable JobClock clock;
  private Map<String, String> environment = System.getenv();

  public ProviderSettings provider(String id) {
    return providers.computeIfAbsent(id, ignored -> new ProviderSettings());
  }

  public List<ProviderAdapter> adapters() {
    return adapters;
  }

  public List<EmbeddedEndpoint> endpoints() {
    return endpoints;
  }

  public List<Catalog> catalogs() {
    return catalogs;
  }

  public List<MediaListener> listeners() {
    return listeners;
  }

  public boolean discover() {
    return discover;
  }

  public void discover(boolean value) {
    discover = value;
  }

  public Optional<String> callback() {
    return Optional.ofNullable(callback);
  }

  public Optional<Secret> callbackKey() {
    return Optional.ofNullable(callbackKey);
  }

  public void callback(String url, @Nullable Secret key) {
    callback = url;
    callbackKey = key;
  }

  public Optional<String> learned() {
    return Optional.ofNullable(learned);
  }

  public void learned(String json) {
    learned = json;
  }

  public JobStore store() {
    return store;
  }

  public void store(JobStore value) {
    store = value;
  }

  public Duration connectTimeout() {
    return connectTimeout;
  }

  public void connectTimeout(Duration value) {
    connectTimeout = value;
  }

  public Duration replyTimeout() {
    return replyTimeout;
  }

  public void replyTimeout(Duration value) {
    replyTimeout = value;
  }

  public Optional<Integer> eventStreams() {
    return Optional.ofNullable(eventStreams);
  }

  public void eventStreams(int value) {
    eventStreams = value;
  }

  public Optional<AssetHost> assetHost() {
    return Optional.ofNullable(assetHost);
  }

  public void assetHost(AssetHost value) {
    assetHost = value;
  }

  public long maxDownload() {
    return maxDownload;
  }

  public void maxDownload(long value) {
    maxDownload = value;
  }

  public int retries() {
    return retries;
  }

  public void retries(int value) {
    retries = value;
  }

  public Executor executor() {
    return executor;
  }

  public void executor(Executor value) {
    executor = value;
  }

  public Optional<JobClock> clock() {
    return Optional.ofNullable(clock);
  }

  public void clock(JobClock value) {
    clock = value;
  }

  public Map<String, String> environment() {
    return environment;
  }

  public void environment(Map<String, String> value) {
    environment = Map.copyOf(value);
  }
}
