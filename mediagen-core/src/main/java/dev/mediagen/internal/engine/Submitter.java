// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.internal.limit.Permit;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Preparation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes a plan's inputs ready and starts its jobs, one for each part. */
final class Submitter {
  private final Tools tools;
  private final Inputs inputs;
  private final Preparations preparations;
  private final int retries;

  Submitter(Tools tools, ClientSettings settings) {
    this.tools = tools;
    this.retries = settings.retries();
    this.preparations = new Preparations(tools.transport(), tools.clock());
    this.inputs = new Inputs(tools.transport(), preparations, settings.assetHost());
  }

  /** A job the vendor has taken, or finished already, and its place among those in flight. */
  record Started(Plan plan, JobHandle handle, JobUpdate update, Permit permit) {}

  /** The inputs of a request, looked at and held against the limits; throws what needs no call. */
  CompletableFuture<List<Inputs.Ready>> inputs(Plan plan) {
    boolean remote =
        plan.request().inputs().values().stream()
            .flatMap(List::stream)
            .map(Reference::source)
            .anyMatch(s -> s instanceof MediaSource.Url || s instanceof MediaSource.Asset);
    return remote
        ? CompletableFuture.supplyAsync(() -> ready(plan, false), tools.executor())
        : CompletableFuture.completedFuture(ready(plan, false));
  }

  /** {@link #inputs(Plan)} with nothing fetched. */
  List<Inputs.Ready> ready(Plan plan, boolean dry) {
    return inputs.ready(plan.provider(), plan.model(), plan.request(), dry);
  }

  /** Uploads what has to be uploaded; the outcome serves all parts of a request. */
  CompletableFuture<List<Input>> upload(Plan plan, List<Inputs.Ready> ready) {
    return inputs.upload(plan.provider(), ready);
  }

  /** The task for one part of a plan. */
  PreparedTask task(Plan plan, RequestView part, List<Input> given) {
    Instant now = tools.clock().now();
    String clientId = ClientIds.next(now);
    Optional<URI> callback =
        tools.callbacks().address(plan.provider(), clientId, now.plus(plan.patience()));
    PreparedTask task = task(plan, part, given, clientId, callback);
    return callback.isEmpty() || operation(plan, task).webhooks()
        ? task
        : task(plan, part, given, clientId, Optional.empty());
  }

  private static PreparedTask task(
      Plan plan, RequestView part, List<Input> given, String clientId, Optional<URI> callback) {
    return new PreparedTask(plan.provider(), plan.model(), part, given, clientId, callback);
  }

  private static Operation operation(Plan plan, PreparedTask task) {
    return Providers.operation(plan.provider(), plan.provider().adapter().operation(task));
  }

  /** Starts the job for one part of a plan. */
  CompletableFuture<Started> start(
      Plan plan, RequestView part, List<Input> given, MediaListener listener) {
    PreparedTask task = task(plan, part, given);
    String name = plan.provider().adapter().operation(task);
    Operation operation = Providers.operation(plan.provider(), name);
    if (!operation.pollable() && !tools.callbacks().asked(plan.provider())) {
      throw new MediaException(
          ErrorDetails.of(
                  ErrorKind.UNSUPPORTED,
                  name + " tells its outcome by webhook only, and this client receives none")
              .advice("tell the builder the address of your webhooks with callback(...)")
              .provider(plan.provider().id())
              .model(plan.id())
              .build());
    }
    return prepare(plan.provider(), operation, task)
        .thenCompose(
            prepared -> {
              JobIntent intent = intent(plan, name, prepared);
              return written(intent)
                  .thenCompose(
                      written ->
                          new Submission(
                                  tools, retries, plan, intent, operation, prepared, listener)
                              .run())
                  .whenComplete((started, failure) -> tidy(intent, failure))
                  .thenCompose(started -> accepted(intent, started));
            });
  }

  private JobIntent intent(Plan plan, String operation, PreparedTask task) {
    Instant now = tools.clock().now();
    return JobIntent.builder()
        .clientId(task.clientId())
        .model(plan.id())
        .kind(task.kind())
        .operation(operation)
        .account(plan.provider().account())
        .createdAt(now)
        .deadline(now.plus(plan.patience()))
        .build();
  }

  private CompletableFuture<Void> written(JobIntent intent) {
    return tools
        .ledger()
        .intend(intent)
        .handle(
            (done, failure) -> {
              if (failure != null) {
                throw new MediaException(
                    ErrorDetails.of(
                            ErrorKind.FAILED,
                            "the submission could not be written down, so nothing was sent: "
                                + Failures.unwrap(failure).getMessage())
                        .provider(intent.model().provider())
                        .model(intent.model())
                        .advice("look after the job store")
                        .build(),
                    Failures.unwrap(failure));
              }
              return null;
            });
  }

  /** A submission that may be running stays in the store; of any other nothing is left. */
  private void tidy(JobIntent intent, @Nullable Throwable failure) {
    if (failure == null) {
      return;
    }
    if (Failures.wrap(failure, intent.model()).billing() != Billing.NONE) {
      tools.ledger().release(intent.clientId());
    } else {
      tools.ledger().forget(intent.clientId());
    }
  }

  private CompletableFuture<Started> accepted(JobIntent intent, Started started) {
    return started.handle().stage().equals(FollowedJob.ENDED)
        ? CompletableFuture.completedFuture(started)
        : tools.ledger().accept(intent, started.handle()).thenApply(done -> started);
  }

  private CompletableFuture<PreparedTask> prepare(
      Provider provider, Operation operation, PreparedTask task) {
    CompletableFuture<?>[] all =
        operation.before(task).stream()
            .map(
                (Preparation p) ->
                    preparations
                        .run(provider, p)
                        .thenAccept(value -> task.prepared(p.name(), value)))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(all).thenApply(done -> task);
  }
}
