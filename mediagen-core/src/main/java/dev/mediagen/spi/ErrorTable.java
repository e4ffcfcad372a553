// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a vendor's error codes, phrases and HTTP statuses mean, in this order: the code decides
 * before the phrase, the phrase before the status. Statuses that are not listed have their usual
 * meaning. Immutable.
 */
public final class ErrorTable {
  private static final Map<Integer, ErrorKind> USUAL =
      Map.ofEntries(
          Map.entry(400, ErrorKind.INVALID_REQUEST),
          Map.entry(401, ErrorKind.AUTHENTICATION),
          Map.entry(402, ErrorKind.INSUFFICIENT_CREDITS),
          Map.entry(403, ErrorKind.PERMISSION),
          Map.entry(404, ErrorKind.NOT_FOUND),
          Map.entry(405, ErrorKind.INVALID_REQUEST),
          Map.entry(408, ErrorKind.TIMEOUT),
          Map.entry(409, ErrorKind.PROVIDER_UNAVAILABLE),
          Map.entry(410, ErrorKind.EXPIRED),
          Map.entry(413, ErrorKind.INVALID_REQUEST),
          Map.entry(415, ErrorKind.INVALID_REQUEST),
          Map.entry(422, ErrorKind.INVALID_REQUEST),
          Map.entry(425, ErrorKind.PROVIDER_UNAVAILABLE),
          Map.entry(429, ErrorKind.RATE_LIMITED),
          Map.entry(451, ErrorKind.CONTENT_FILTERED),
          Map.entry(499, ErrorKind.CANCELED),
          Map.entry(504, ErrorKind.TIMEOUT));

  /** «Unavailable» and «overloaded» say that the call was not worked on. */
  private static final Set<Integer> NOTHING_DONE = Set.of(503, 529);

  private final Map<String, ErrorKind> codes;
  private final Map<String, ErrorKind> phrases;
  private final Map<Integer, ErrorKind> statuses;

  private ErrorTable(
      Map<String, ErrorKind> codes,
      Map<String, ErrorKind> phrases,
      Map<Integer, ErrorKind> statuses) {
    this.codes = codes;
    this.phrases = phrases;
    this.statuses = statuses;
  }

  /** A table that knows only what statuses usually mean. */
  public static ErrorTable usual() {
    return new ErrorTable(Map.of(), Map.of(), Map.of());
  }

  /** Adds what some codes mean. */
  public ErrorTable code(ErrorKind kind, String... more) {
    Map<String, ErrorKind> all = new HashMap<>(codes);
    for (String code : more) {
      all.put(code, kind);
    }
    return new ErrorTable(all, phrases, statuses);
  }

  /** Adds what some phrases in the vendor's message mean, in any case; the first that fits wins. */
  public ErrorTable phrase(ErrorKind kind, String... more) {
    Map<String, ErrorKind> all = new LinkedHashMap<>(phrases);
    for (String phrase : more) {
      all.putIfAbsent(phrase.toLowerCase(Locale.ROOT), kind);
    }
    return new ErrorTable(codes, all, statuses);
  }

  /** Adds what a status means with this vendor. */
  public ErrorTable status(ErrorKind kind, int status) {
    Map<Integer, ErrorKind> all = new HashMap<>(statuses);
    all.put(status, kind);
    return new ErrorTable(codes, phrases, all);
  }

  /** The kind of a failure. */
  public ErrorKind kind(int status, Optional<String> code, String message) {
    if (code.isPresent() && codes.containsKey(code.get())) {
      return codes.get(code.get());
    }
    String lower = message.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, ErrorKind> phrase : phrases.entrySet()) {
      if (lower.contains(phrase.getKey())) {
        return phrase.getValue();
      }
    }
    ErrorKind usual = USUAL.get(status);
    ErrorKind byStatus = statuses.getOrDefault(status, usual);
    if (byStatus != null) {
      return byStatus;
    }
    return status >= 500
        ? ErrorKind.PROVIDER_UNAVAILABLE
        : status >= 400 ? ErrorKind.INVALID_REQUEST : ErrorKind.FAILED;
  }

  /** The details of an error reply, from the code and the message an adapter found in it. */
  public ErrorDetails read(HttpReply reply, Optional<String> code, Optional<String> message) {
    return details(reply.status(), code, message.orElseGet(reply::excerpt)).build();
  }

  /** The details of a failed job, or of an error inside a 200. */
  public ErrorDetails.Builder details(int status, Optional<String> code, String message) {
    ErrorKind kind = kind(status, code, message);
    return ErrorDetails.of(kind, message.isBlank() ? "the vendor says no more" : message)
        .vendorCode(code)
        .vendorMessage(message)
        .retryable(retryable(kind))
        .billing(status >= 500 && !NOTHING_DONE.contains(status) ? Billing.POSSIBLE : Billing.NONE);
  }

  private static boolean retryable(ErrorKind kind) {
    return kind == ErrorKind.RATE_LIMITED
        || kind == ErrorKind.PROVIDER_UNAVAILABLE
        || kind == ErrorKind.TIMEOUT;
  }
}
