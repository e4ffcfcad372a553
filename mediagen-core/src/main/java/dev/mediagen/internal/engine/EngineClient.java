// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.Explanation;
import dev.mediagen.JobHandle;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.ProviderStatus;
import dev.mediagen.Recovery;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.download.Downloads;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.poll.PollPlans;
import dev.mediagen.internal.webhook.KeySets;
import dev.mediagen.spi.JobClock;
import dev.mediagen.webhook.WebhookReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The client: leads a request from one station to the next. */
public final class EngineClient implements MediaClient {
  private final ClientSettings settings;
  private final JobClock clock;
  private final Optional<SystemClock> ownClock;
  private final Transport transport;
  private final Providers providers;
  private final Turns turns;
  private final Planner planner;
  private final Submitter submitter;
  private final Ledger ledger;
  private final PollPlans plans;
  private final Asking asking;
  private final Assets assets;
  private final Recoverer recoverer;
  private final Receiver receiver;
  private final Starter starter;
  private final OpenJobs open = new OpenJobs();
  private final Listeners listeners;
  private volatile boolean closed;

  /** A client with these settings. */
  public EngineClient(ClientSettings settings) {
    this.settings = settings;
    this.ownClock =
        settings.clock().isPresent() ? Optional.empty() : Optional.of(new SystemClock());
    this.clock = settings.clock().orElseGet(() -> ownClock.orElseThrow());
    this.transport =
        new Transport(
            clock,
            settings.connectTimeout(),
            settings.replyTimeout(),
            settings.eventStreams(),
            settings.maxDownload());
    this.providers = new Providers(settings);
    this.turns = new Turns(clock, providers);
    this.planner = new Planner(providers, turns, transport, clock);
    this.ledger = new Ledger(settings.store());
    this.listeners = new Listeners(settings.listeners()).and(new JobLog());
    Callbacks callbacks = new Callbacks(settings.callback(), settings.callbackKey(), clock);
    this.plans = settings.learned().map(PollPlans::fromJson).orElseGet(PollPlans::new);
    Tools tools =
        new Tools(
            transport,
            clock,
            settings.executor(),
            ledger,
            open,
            callbacks,
            new Heralds(),
            turns,
            plans);
    this.submitter = new Submitter(tools, settings);
    this.asking = new Asking(transport, clock);
    this.assets =
        new Assets(
            new Downloads(transport, clock, settings.executor(), settings.maxDownload()),
            asking,
            listeners);
    Joiner joiner = new Joiner(assets, clock);
    this.starter = new Starter(planner, submitter, joiner, tools);
    this.recoverer = new Recoverer(tools, providers, planner, joiner);
    KeySets keySets = new KeySets(clock, transport::fetch);
    this.receiver = new Receiver(tools, providers, keySets, listeners);
  }

  @Override
  public <R extends MediaResult> CompletableFuture<R> generate(MediaRequest<R> request) {
    return submit(request).thenCompose(MediaJob::result);
  }

  @Override
  public <R extends MediaResult> CompletableFuture<MediaJob<R>> submit(
      MediaRequest<R> request, MediaListener listener) {
    requireOpen();
    Listeners told = listeners.and(listener);
    // A mistake in a fallback should not wait for an emergency to be found.
    request.fallbacks().forEach(model -> planner.dry(request, model));
    List<ModelId> models = new ArrayList<>();
    models.add(request.model());
    models.addAll(request.fallbacks());
    return starter
        .<R>start(request, models, told)
        .handleAsync(
            (job, failure) -> {
              if (failure != null) {
                MediaException why = Failures.wrap(failure, request.model());
                told.onFailure(request, why);
                throw why;
              }
              return job;
            },
            settings.executor());
  }

  @Override
  public MediaJob<? extends MediaResult> resume(JobHandle handle, MediaListener listener) {
    requireOpen();
    return recoverer.resume(handle, listeners.and(listener));
  }

  @Override
  public CompletableFuture<Recovery> recover() {
    requireOpen();
    return recoverer.recover(listeners);
  }

  @Override
  public void forget(String clientId) {
    ledger.forget(clientId);
  }

  @Override
  public String learned() {
    return plans.toJson();
  }

  @Override
  public CompletableFuture<JobStatus> status(JobHandle handle) {
    requireOpen();
    return asking.update(recoverer.kept(handle), handle).thenApply(Updates::status);
  }

  @Override
  public CompletableFuture<CancelOutcome> cancel(JobHandle handle) {
    requireOpen();
    return Cancellation.of(recoverer.known(handle), transport, handle);
  }

  @Override
  public Explanation explain(MediaRequest<?> request) {
    requireOpen();
    return new Explainer(transport, submitter).explain(planner.dry(request, request.model()));
  }

  @Override
  public WebhookReceiver webhooks() {
    requireOpen();
    return receiver;
  }

  @Override
  public List<ModelSpec> models() {
    return providers.catalogs().stream().flatMap(c -> c.models().stream()).toList();
  }

  @Override
  public List<ProviderStatus> providers() {
    return providers.statuses();
  }

  @Override
  public MediaResult readResult(String json) {
    return new ResultReader(providers, assets).read(json);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this client is closed: make another one");
    }
  }

  @Override
  public void close() {
    closed = true;
    turns.close();
    open.close();
    transport.close();
    ledger.close();
    providers.close();
    ownClock.ifPresent(SystemClock::close);
  }
}
