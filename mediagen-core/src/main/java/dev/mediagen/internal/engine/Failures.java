// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.ModelId;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.ExchangeException;
import dev.mediagen.internal.http.Masking;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.RetryAfter;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.UnreadableReplyException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Turns whatever went wrong into details that say everything and betray nothing. */
final class Failures {
  private Failures() {}

  /** What an error reply means. */
  static ErrorDetails of(Provider provider, HttpReply reply) {
    ErrorDetails details;
    if (reply.status() / 100 == 3) {
      details =
          ErrorDetails.of(
                  ErrorKind.PROTOCOL,
                  "the vendor sends the call elsewhere, to "
                      + reply.header("Location").map(Failures::host).orElse("nowhere"))
              .advice("check the provider's base URL")
              .build();
    } else {
      try {
        details = provider.adapter().failure(reply);
      } catch (RuntimeException e) {
        details = unreadable(e).build();
      }
    }
    ErrorDetails.Builder full =
        details.toBuilder()
            .provider(provider.id())
            .httpStatus(reply.status())
            .requestId(provider.adapter().requestId(reply));
    if (details.retryAfter().isEmpty()) {
      full.retryAfter(retryAfter(reply));
    }
    return masked(provider, full.build());
  }

  /** What an adapter's own exception means: the reply was not what it expects. */
  static ErrorDetails.Builder unreadable(RuntimeException e) {
    boolean expected = e instanceof UnreadableReplyException;
    return ErrorDetails.of(
        ErrorKind.PROTOCOL,
        expected ? String.valueOf(e.getMessage()) : "the adapter cannot read the reply: " + e);
  }

  /** What a broken exchange means. */
  static ErrorDetails.Builder of(Provider provider, ExchangeException e) {
    return noReply(e).provider(provider.id());
  }

  private static ErrorDetails.Builder noReply(ExchangeException e) {
    return ErrorDetails.of(
            e.timeout() ? ErrorKind.TIMEOUT : ErrorKind.PROVIDER_UNAVAILABLE,
            "no reply: " + e.getMessage())
        .retryable(true)
        .billing(e.sent() ? Billing.POSSIBLE : Billing.NONE);
  }

  /** Any exception as one of ours. */
  static MediaException wrap(Throwable thrown, ModelId model) {
    Throwable cause = unwrap(thrown);
    if (cause instanceof MediaException media) {
      return media.model().isPresent() || media.getClass() != MediaException.class
          ? media
          : new MediaException(media.details().toBuilder().model(model).build(), media.getCause());
    }
    ErrorDetails.Builder details;
    if (cause instanceof ExchangeException e) {
      // What is billed never comes here: the submission says for itself how far it got.
      details = noReply(e).billing(Billing.NONE);
    } else if (cause instanceof UnreadableReplyException e) {
      details = unreadable(e);
    } else {
      details = ErrorDetails.of(ErrorKind.FAILED, String.valueOf(cause));
    }
    return new MediaException(details.provider(model.provider()).model(model).build(), cause);
  }

  /** Of several failures the one after which most may have been spent. */
  static MediaException worst(List<MediaException> failures) {
    return failures.stream()
        .reduce((a, b) -> b.billing().compareTo(a.billing()) > 0 ? b : a)
        .orElseThrow();
  }

  static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The same details without a secret in them, should a vendor have repeated one. */
  static ErrorDetails masked(Provider provider, ErrorDetails details) {
    Masking masking = new Masking(provider.secrets());
    return details.toBuilder()
        .message(masking.text(details.message()))
        .vendorMessage(details.vendorMessage().map(masking::text))
        .build();
  }

  /** {@code Retry-After}, in seconds or as a date. */
  static Optional<Duration> retryAfter(HttpReply reply) {
    return RetryAfter.of(
        reply.header("Retry-After").orElse(null), reply.header("Date").orElse(null));
  }

  private static String host(String location) {
    try {
      String host = URI.create(location).getHost();
      return host == null ? "another path" : host;
    } catch (IllegalArgumentException e) {
      return "an unreadable address";
    }
  }
}
