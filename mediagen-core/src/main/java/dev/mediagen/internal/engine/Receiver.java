// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaListener;
import dev.mediagen.Secret;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.json.Json;
import dev.mediagen.internal.webhook.Deliveries;
import dev.mediagen.internal.webhook.KeySets;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.webhook.WebhookAnswer;
import dev.mediagen.webhook.WebhookAnswer.Outcome;
import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookReceiver;
import dev.mediagen.webhook.WebhookScheme;
import dev.mediagen.webhook.WebhookSchemes;
import dev.mediagen.webhook.WebhookVerdict;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deliveries: is it genuine, which job is it about, what does it change. */
final class Receiver implements WebhookReceiver {
  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

  /** No vendor's news come near this; what is larger is not read. */
  private static final int LARGEST = 10 * 1024 * 1024;

  private final Tools tools;
  private final Providers providers;
  private final KeySets keySets;
  private final Deliveries deliveries = new Deliveries();
  private final MediaListener listener;

  Receiver(Tools tools, Providers providers, KeySets keySets, MediaListener listener) {
    this.tools = tools;
    this.providers = providers;
    this.keySets = keySets;
    this.listener = listener;
  }

  @Override
  public CompletableFuture<WebhookAnswer> receive(String id, WebhookDelivery delivery) {
    List<Provider> accounts = providers.byId(id);
    Optional<Webhooks> words =
        accounts.stream().findFirst().flatMap(provider -> provider.info().webhooks());
    return (words.isEmpty()
            ? CompletableFuture.completedFuture(
                refused(404, "no provider " + id + " here sends webhooks"))
            : delivery.body().length > LARGEST
                ? CompletableFuture.completedFuture(refused(413, "more than " + LARGEST + " bytes"))
                : take(id, accounts, words.get(), delivery))
        .whenComplete(
            (answer, failure) -> {
              if (answer != null) {
                listener.onWebhook(id, answer);
              }
            });
  }

  private CompletableFuture<WebhookAnswer> take(
      String id, List<Provider> accounts, Webhooks words, WebhookDelivery delivery) {
    JsonNode body = json(delivery.body());
    Optional<String> own = tools.callbacks().job(delivery);
    if (own.isEmpty() && Callbacks.claimed(delivery)) {
      return CompletableFuture.completedFuture(
          refused(401, "the address is none of ours, or no longer good"));
    }
    Optional<JsonNode> challenge =
        own.flatMap(job -> words.challenge()).map(body::path).filter(node -> !node.isMissingNode());
    if (challenge.isPresent()) {
      ObjectNode echo = JsonNodeFactory.instance.objectNode();
      echo.set(words.challenge().get(), challenge.get());
      return CompletableFuture.completedFuture(
          new WebhookAnswer(
              Outcome.CHALLENGE, 200, Json.text(echo), "challenge sent back", Optional.empty()));
    }
    return signed(accounts, words, delivery)
        .thenApply(
            verdict ->
                verdict
                    .filter(no -> !no.genuine())
                    .map(no -> refused(401, no.reason()))
                    .orElseGet(
                        () ->
                            verdict.isEmpty() && own.isEmpty()
                                ? refused(401, "neither signed nor at an address of ours")
                                : genuine(id, words, delivery, body, own, verdict.isPresent())));
  }

  /** The verdict of the vendor's scheme; none where nothing can be verified. */
  private CompletableFuture<Optional<WebhookVerdict>> signed(
      List<Provider> accounts, Webhooks words, WebhookDelivery delivery) {
    if (words.scheme().isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    WebhookScheme scheme = words.scheme().get();
    List<Secret> secrets =
        accounts.stream()
            .flatMap(account -> words.secrets().stream().flatMap(s -> account.setting(s).stream()))
            .distinct()
            .map(Secret::of)
            .toList();
    if (words.keySet().isEmpty()) {
      return CompletableFuture.completedFuture(
          secrets.isEmpty()
              ? Optional.empty()
              : Optional.of(scheme.verify(delivery, keys(secrets, ""))));
    }
    URI url = tools.transport().url(accounts.get(0), words.keySet().get());
    return keySets
        .get(url)
        .thenApply(set -> scheme.verify(delivery, keys(secrets, set)))
        .thenCompose(
            verdict ->
                verdict.genuine()
                    ? CompletableFuture.completedFuture(verdict)
                    : keySets
                        .refreshed(url)
                        .thenApply(set -> scheme.verify(delivery, keys(secrets, set))))
        .exceptionally(
            failure -> {
              LOG.warn(
                  "the public keys at {} cannot be had: {}", url.getHost(), failure.toString());
              return WebhookVerdict.refused("the vendor's public keys cannot be had now");
            })
        .thenApply(Optional::of);
  }

  private WebhookScheme.Keys keys(List<Secret> secrets, String keySet) {
    return new WebhookScheme.Keys(secrets, keySet, tools.clock().now());
  }

  private WebhookAnswer genuine(
      String id,
      Webhooks words,
      WebhookDelivery delivery,
      JsonNode body,
      Optional<String> own,
      boolean signed) {
    tools.heralds().delivered(id);
    Optional<String> vendors =
        words.jobIds().stream()
            .map(body::at)
            .filter(node -> node.isValueNode() && !node.asText().isEmpty())
            .map(JsonNode::asText)
            .findFirst();
    Optional<String> name = own.or(() -> vendors);
    Optional<FollowedJob> job = find(id, own, vendors);
    boolean ended = name.filter(known -> tools.open().hasEnded(id, known)).isPresent();
    if (job.isEmpty() && !ended) {
      name.ifPresent(unknown -> tools.open().heardOf(id, unknown));
      // It may have been followed since, and then did not see what was noted just now.
      job = find(id, own, vendors);
    }
    if (job.isEmpty()) {
      return answer(
          words,
          ended ? Outcome.FINISHED : Outcome.UNKNOWN_JOB,
          ended ? "its job has ended already" : "no such job is followed here",
          Optional.empty());
    }
    JobHandle handle = job.get().handle();
    if (!handle.model().provider().equals(id)
        || vendors.filter(v -> !v.equals(handle.jobId())).isPresent()) {
      return answer(
          words, Outcome.UNKNOWN_JOB, "it names another job than its address", Optional.empty());
    }
    WebhookScheme scheme = words.scheme().orElseGet(WebhookSchemes::callbackToken);
    String key = handle.jobId() + " " + Deliveries.key(id, scheme, delivery);
    if (!deliveries.first(key, tools.clock().now())) {
      return answer(words, Outcome.DUPLICATE, "it came before", Optional.of(handle));
    }
    if (!tell(job.get(), delivery, body, signed && scheme.coversBody())) {
      deliveries.forget(key);
      return new WebhookAnswer(
          Outcome.REFUSED, 422, "", "the adapter cannot read it", Optional.of(handle));
    }
    return answer(words, Outcome.TAKEN, "its job was looked after", Optional.of(handle));
  }

  private Optional<FollowedJob> find(String id, Optional<String> own, Optional<String> vendors) {
    return own.flatMap(tools.open()::own)
        .or(() -> vendors.flatMap(v -> tools.open().vendors(id, v)));
  }

  /**
   * Looks after the job; false when there was nothing to be done with the delivery. A body that
   * nobody signed is believed only where there is no other way to hear of the job.
   */
  private static boolean tell(
      FollowedJob job, WebhookDelivery delivery, JsonNode body, boolean covered) {
    Operation operation = job.operation();
    Optional<JobUpdate> update = Optional.empty();
    if (covered || !operation.pollable()) {
      try {
        HttpReply reply = HttpReply.of(200, delivery.headers(), body);
        update = operation.onWebhook(job.handle(), reply);
      } catch (RuntimeException e) {
        LOG.warn("a webhook of {} cannot be read: {}", job.handle().jobId(), e.toString());
      }
    }
    if (update.isPresent()) {
      job.push(
          covered
              ? update.get()
              : update.get().toBuilder()
                  .warning("the outcome came by a webhook that was not signed")
                  .build());
    } else if (operation.pollable()) {
      job.wake();
    }
    return update.isPresent() || operation.pollable();
  }

  private static WebhookAnswer answer(
      Webhooks words, Outcome outcome, String reason, Optional<JobHandle> job) {
    return new WebhookAnswer(outcome, words.okStatus(), words.okBody(), reason, job);
  }

  private static WebhookAnswer refused(int status, String reason) {
    return new WebhookAnswer(Outcome.REFUSED, status, "", reason, Optional.empty());
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode tree = Json.MAPPER.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException e) {
      return MissingNode.getInstance(); // Some vendors send forms; the address names the job then.
    }
  }
}
