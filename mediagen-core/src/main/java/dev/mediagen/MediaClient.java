// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.webhook.WebhookReceiver;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The door to all generative media: one typed, asynchronous client for every vendor and worker.
 *
 * <pre>{@code
 * try (MediaClient client = MediaClient.create()) {
 *   ImageResult result =
 *       client.generate(
 *               ImageRequest.builder()
 *                   .model("local/sketch-image")
 *                   .prompt("a quiet harbour at night")
 *                   .build())
 *           .join();
 *   result.image().writeTo(Path.of("harbour.png"));
 * }
 * }</pre>
 *
 * <p>Thread-safe; one client serves a whole application. It starts no thread that would keep the
 * JVM alive, and no thread waits for a job. What costs money: {@link #generate} and {@link
 * #submit}, at most once per request; everything else is free. Failures are {@link
 * dev.mediagen.error.MediaException}s: those that need no call are thrown at once, the others
 * complete the future.
 */
public interface MediaClient extends AutoCloseable {
  /** A client with the adapters on the class path and the settings of the environment. */
  static MediaClient create() {
    return builder().build();
  }

  /** A builder for a client with settings of its own. */
  static MediaClientBuilder builder() {
    return new MediaClientBuilder();
  }

  /**
   * Makes what is asked for: submits the request, follows the job, gives the result. Costs what the
   * vendor charges. Cancelling the future stops the waiting, not the job.
   *
   * @throws dev.mediagen.error.InvalidRequestException when the request cannot be right
   */
  <R extends MediaResult> CompletableFuture<R> generate(MediaRequest<R> request);

  /**
   * Submits the request; the future completes when the vendor has taken the job. Costs what the
   * vendor charges.
   *
   * @throws dev.mediagen.error.InvalidRequestException when the request cannot be right
   */
  default <R extends MediaResult> CompletableFuture<MediaJob<R>> submit(MediaRequest<R> request) {
    return submit(request, MediaListener.NONE);
  }

  /** {@link #submit(MediaRequest)} with a listener for this request alone. */
  <R extends MediaResult> CompletableFuture<MediaJob<R>> submit(
      MediaRequest<R> request, MediaListener listener);

  /** Follows a job again, from whatever process submitted it. Free. */
  default MediaJob<? extends MediaResult> resume(JobHandle handle) {
    return resume(handle, MediaListener.NONE);
  }

  /** {@link #resume(JobHandle)} with a listener for this job alone: it is told of updates. */
  MediaJob<? extends MediaResult> resume(JobHandle handle, MediaListener listener);

  /**
   * Follows again what an earlier process left in the {@linkplain MediaClientBuilder#store store}:
   * every job that had not ended, and every submission whose answer had not come, where the vendor
   * can be asked. To be called once, before anything new is submitted. Free.
   */
  CompletableFuture<Recovery> recover();

  /**
   * Takes a submission out of the store, for example one that {@link #recover} cannot explain and
   * that has been looked after by hand.
   *
   * @param clientId the id this library gave it
   */
  void forget(String clientId);

  /**
   * What this client has learned of how long the jobs of each model take, as JSON of a few
   * kilobytes. Given to {@link MediaClientBuilder#learned} of another client, that one asks at good
   * times from its first job on.
   */
  String learned();

  /** Asks the vendor once where a job stands. Free. */
  CompletableFuture<JobStatus> status(JobHandle handle);

  /** Asks the vendor to stop a job. What was made so far may be billed. */
  CompletableFuture<CancelOutcome> cancel(JobHandle handle);

  /**
   * Shows what a request would do: the exact calls, secrets masked, and the price. Sends nothing,
   * spends nothing. The provider need not be configured.
   *
   * @throws dev.mediagen.error.InvalidRequestException when the request cannot be right
   */
  Explanation explain(MediaRequest<?> request);

  /** Takes what vendors send of themselves; see {@link MediaClientBuilder#callback}. Free. */
  WebhookReceiver webhooks();

  /** All models in the catalogues of all providers. Models that are not listed work too. */
  List<ModelSpec> models();

  /** All providers, and what is missing to use them. */
  List<ProviderStatus> providers();

  /** Reads what {@link MediaResult#toJson()} wrote; its outputs can be downloaded. */
  MediaResult readResult(String json);

  /** Stops following jobs and lets go of connections. The jobs themselves go on. */
  @Override
  void close();
}
