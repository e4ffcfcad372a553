// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.ModelId;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.limit.Accounts;
import dev.mediagen.internal.limit.Gate;
import dev.mediagen.internal.limit.Gates;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which account pays for the next job, and how much may be asked of each at once. */
final class Turns implements AutoCloseable {
  /** A key that was refused or has no credit left is tried again after this. */
  private static final Duration ASIDE = Duration.ofMinutes(10);

  /** A pause that a vendor did not name. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final JobClock clock;
  private final Providers providers;
  private final Gates gates;
  private final Map<Provider, Gate> known = new ConcurrentHashMap<>();
  private final Map<String, Accounts> choices = new ConcurrentHashMap<>();

  Turns(JobClock clock, Providers providers) {
    this.clock = clock;
    this.providers = providers;
    this.gates = new Gates(clock);
  }

  /** The gate of an account. */
  Gate gate(Provider provider) {
    return known.computeIfAbsent(
        provider, one -> gates.of(one.id(), one.account().orElse(""), providers.limits(one)));
  }

  /** The provider of a model at the account whose turn it is. */
  Provider next(ModelId model) {
    Map<String, Provider> accounts = providers.accounts(model);
    return accounts.size() == 1
        ? providers.find(model)
        : accounts.getOrDefault(choice(model).next(), providers.find(model));
  }

  private Accounts choice(ModelId model) {
    return choices.computeIfAbsent(
        model.provider(),
        id -> {
          Map<String, Gate> all = new LinkedHashMap<>();
          providers.accounts(model).forEach((alias, provider) -> all.put(alias, gate(provider)));
          return new Accounts(clock, all);
        });
  }

  /** How many accounts may be tried for a model. */
  int accounts(ModelId model) {
    return providers.accounts(model).size();
  }

  /**
   * Whether another account may be asked instead, after a failure that says something of this one
   * and cost nothing; this one rests then.
   */
  boolean another(Provider provider, ModelId model, MediaException failure) {
    boolean itsOwn =
        failure.kind() == ErrorKind.AUTHENTICATION
            || failure.kind() == ErrorKind.INSUFFICIENT_CREDITS
            || failure.kind() == ErrorKind.RATE_LIMITED;
    if (!itsOwn || failure.billing() != Billing.NONE || accounts(model) == 1) {
      return false;
    }
    Duration pause =
        failure.kind() == ErrorKind.RATE_LIMITED ? failure.retryAfter().orElse(PAUSE) : ASIDE;
    choice(model).cool(provider.account().orElse(""), failure.kind().name(), pause);
    return true;
  }

  /** Tells a gate what an answer says of the vendor's health. */
  static void answered(Gate gate, Provider provider, HttpReply reply) {
    if (reply.success()) {
      gate.succeeded();
      return;
    }
    ErrorDetails details = Failures.of(provider, reply);
    if (details.kind() == ErrorKind.RATE_LIMITED) {
      gate.coolDown(details.retryAfter());
    } else if (reply.status() >= 502) {
      gate.failed();
    } else {
      gate.succeeded();
    }
  }

  @Override
  public void close() {
    gates.close();
  }
}
