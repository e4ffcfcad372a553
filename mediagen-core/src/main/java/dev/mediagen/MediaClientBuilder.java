// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.internal.engine.ClientSettings;
import dev.mediagen.internal.engine.EngineClient;
import dev.mediagen.spi.EmbeddedEndpoint;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.store.JobStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Builds a {@link MediaClient}. Everything has a default: adapters come from the class path, keys
 * and base URLs from the environment. Not thread-safe.
 */
public final class MediaClientBuilder {
  private final ClientSettings settings = new ClientSettings();

  MediaClientBuilder() {}

  /** Settings of one provider, for example its key; they win over the environment. */
  public MediaClientBuilder provider(String id, Consumer<ProviderSettings> change) {
    change.accept(settings.provider(id));
    return this;
  }

  /** An adapter, besides or instead of one from the class path. */
  public MediaClientBuilder adapter(ProviderAdapter adapter) {
    settings.adapters().add(adapter);
    return this;
  }

  /** A server inside the process that stands in for a provider; by default from the class path. */
  public MediaClientBuilder endpoint(EmbeddedEndpoint endpoint) {
    settings.endpoints().add(endpoint);
    return this;
  }

  /** Whether adapters on the class path are found; true by default. */
  public MediaClientBuilder discover(boolean discover) {
    settings.discover(discover);
    return this;
  }

  /** Catalogue entries that are added, or put in place of those of the same name. */
  public MediaClientBuilder catalog(Catalog catalog) {
    settings.catalogs().add(catalog);
    return this;
  }

  /** A listener for all requests. */
  public MediaClientBuilder listener(MediaListener listener) {
    settings.listeners().add(listener);
    return this;
  }

  /**
   * Where vendors that send webhooks are asked to send them; hand what arrives there to {@link
   * MediaClient#webhooks}. {@code {provider}} in it stands for the provider's id, and each job gets
   * a token of its own in the query. Jobs are asked for all the same: as usual until a provider has
   * been seen to deliver, once a minute from then on.
   *
   * @param key what tokens are made with: at least 32 random bytes, the same for all processes that
   *     may receive the webhook of a job
   */
  public MediaClientBuilder callback(String url, Secret key) {
    settings.callback(url, key);
    return this;
  }

  /** {@link #callback(String, Secret)} with a key that is made up and dies with the process. */
  public MediaClientBuilder callback(String url) {
    settings.callback(url, null);
    return this;
  }

  /**
   * Where submissions and jobs are kept until they end; in memory by default. With {@code
   * JobStore.journal(file)} a job outlives its process: see {@link MediaClient#recover}. The client
   * closes it.
   */
  public MediaClientBuilder store(JobStore store) {
    settings.store(store);
    return this;
  }

  /**
   * What an earlier client has learned: {@link MediaClient#learned}. What cannot be read is left
   * aside with a warning in the log, since it is learned again.
   */
  public MediaClientBuilder learned(String json) {
    settings.learned(json);
    return this;
  }

  /** How long a connection may take to be made; 10 seconds by default. */
  public MediaClientBuilder connectTimeout(Duration timeout) {
    settings.connectTimeout(timeout);
    return this;
  }

  /**
   * How long a vendor may be silent within one call; 60 seconds by default. Calls that are
   * themselves the wait for the outputs have until the deadline of the job.
   */
  public MediaClientBuilder replyTimeout(Duration timeout) {
    settings.replyTimeout(timeout);
    return this;
  }

  /**
   * How many event streams may be open at once, each of which holds a thread; 8 by default, 512
   * where threads are virtual (JDK 21 and later), 0 for none. Other jobs are asked for.
   */
  public MediaClientBuilder eventStreams(int most) {
    settings.eventStreams(most);
    return this;
  }

  /**
   * Where inputs are put for vendors that take only URLs; by default nowhere, and such inputs are
   * refused.
   */
  public MediaClientBuilder assetHost(AssetHost host) {
    settings.assetHost(host);
    return this;
  }

  /**
   * How many bytes an output may have, downloaded or within a reply; 16 GiB by default. A larger
   * one fails, and nothing is left of it.
   *
   * @throws IllegalArgumentException when it is not positive
   */
  public MediaClientBuilder maxDownload(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("maxDownload is " + bytes + "; takes at least 1");
    }
    settings.maxDownload(bytes);
    return this;
  }

  /** How often a refused or unsent submission is tried again; twice by default. */
  public MediaClientBuilder retries(int retries) {
    settings.retries(retries);
    return this;
  }

  /**
   * On which threads results are delivered; a few daemon threads by default, virtual ones where the
   * JDK has them.
   */
  public MediaClientBuilder executor(Executor executor) {
    settings.executor(executor);
    return this;
  }

  /** The source of time; the system's by default. */
  public MediaClientBuilder clock(JobClock clock) {
    settings.clock(clock);
    return this;
  }

  /** The environment variables; those of the process by default. */
  public MediaClientBuilder environment(Map<String, String> variables) {
    settings.environment(variables);
    return this;
  }

  /** The client. */
  public MediaClient build() {
    return new EngineClient(settings);
  }
}
