// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.ModelId;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.ErrorDetails;
import java.util.Map;
import java.util.Optional;

/**
 * The translator for one provider, and nothing else: it says which HTTP call starts a job and what
 * each reply means. It performs no I/O, reads no clock, starts no thread, keeps no state. Found by
 * {@link java.util.ServiceLoader}; must be thread-safe, which a stateless class is.
 *
 * <p>Everything else is the engine's: checks, uploads, authentication, retries, polling, deadlines,
 * downloads, masking of secrets.
 */
public interface ProviderAdapter {
  /** The version of this contract. Adapters return it from {@link #contractVersion()}. */
  int CONTRACT_VERSION = 1;

  /**
   * The contract version this adapter was compiled for: return {@link #CONTRACT_VERSION}, which the
   * compiler writes into the adapter's own class file.
   */
  int contractVersion();

  /** What the provider is called, where it is and how one signs in. */
  ProviderInfo info();

  /** The models that are known; usually {@code Catalog.load(getClass())}. */
  Catalog catalog();

  /** The operations by name; the names are kept in handles, so they must never change. */
  Map<String, Operation> operations();

  /** Which operation serves the task; the only one, unless an adapter says otherwise. */
  default String operation(Task task) {
    if (operations().size() != 1) {
      throw new IllegalStateException(info().id() + " has several operations and chooses none");
    }
    return operations().keySet().iterator().next();
  }

  /**
   * What an error reply means, for every call of this provider. Called for any status outside 2xx;
   * adapters call it themselves for errors that come in a 200. The engine adds provider, model, job
   * and status.
   */
  ErrorDetails failure(HttpReply reply);

  /** Where replies carry the vendor's id of the call. */
  default Optional<String> requestId(HttpReply reply) {
    return reply.header("x-request-id");
  }

  /** How the vendor takes a file before the job starts; none when it does not. */
  default Optional<Preparation> upload(Input input) {
    return Optional.empty();
  }

  /** Which call tells what an unlisted model takes; none when there is no such call. */
  default Optional<HttpCall> describe(ModelId model) {
    return Optional.empty();
  }

  /**
   * What the reply to {@link #describe} tells; none when it tells nothing of this model.
   *
   * @throws dev.mediagen.error.InvalidRequestException when it tells that there is no such model
   */
  default Optional<ModelSpec> onDescribe(ModelId model, HttpReply reply) {
    return Optional.empty();
  }
}
