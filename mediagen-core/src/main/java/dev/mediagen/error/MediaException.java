// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.error;

import dev.mediagen.JobHandle;
import dev.mediagen.ModelId;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Whatever goes wrong, as one unchecked type: the {@linkplain #kind() kind} says what to do, {@link
 * #retryable()} whether the same request may succeed later, {@link #billing()} whether money may
 * have been spent. Its message names the provider, the model, the job and the vendor's own words,
 * and never a secret.
 */
public sealed class MediaException extends RuntimeException
    permits InvalidRequestException, SubmissionUnknownException {
  private static final long serialVersionUID = 1;

  private final transient ErrorDetails details;

  /** An exception that says all of the details. */
  public MediaException(ErrorDetails details) {
    this(details, null);
  }

  /** An exception with its cause. */
  public MediaException(ErrorDetails details, @Nullable Throwable cause) {
    super(sentence(details), cause);
    this.details = details;
  }

  /** Everything that is known of the failure. */
  public ErrorDetails details() {
    return details;
  }

  /** What kind of failure it was. */
  public ErrorKind kind() {
    return details.kind();
  }

  /** Whether the very same request may succeed later. */
  public boolean retryable() {
    return details.retryable();
  }

  /** Whether money may have been spent. */
  public Billing billing() {
    return details.billing();
  }

  /** The model that was asked. */
  public Optional<ModelId> model() {
    return details.model();
  }

  /** The job, when one exists; it can be resumed. */
  public Optional<JobHandle> handle() {
    return details.handle();
  }

  /** The HTTP status of the vendor's reply. */
  public Optional<Integer> httpStatus() {
    return details.httpStatus();
  }

  /** How long the vendor asks to wait. */
  public Optional<Duration> retryAfter() {
    return details.retryAfter();
  }

  private static String sentence(ErrorDetails d) {
    StringBuilder text = new StringBuilder();
    d.model()
        .map(ModelId::toString)
        .or(d::provider)
        .ifPresent(subject -> text.append(subject).append(": "));
    text.append(d.message());
    StringJoiner facts = new StringJoiner(", ", " [", "]");
    facts.add(d.kind().name());
    d.httpStatus().ifPresent(status -> facts.add("HTTP " + status));
    d.vendorCode().ifPresent(code -> facts.add("code " + code));
    d.requestId().ifPresent(id -> facts.add("request " + id));
    d.handle().ifPresent(handle -> facts.add("job " + handle.jobId()));
    d.retryAfter().ifPresent(wait -> facts.add("retry after " + wait.toMillis() / 1000.0 + " s"));
    if (d.billing() != Billing.NONE) {
      facts.add("billing " + d.billing());
    }
    return text.append(facts)
        .append(" To do: ")
        .append(d.advice().orElse(d.kind().remedy()))
        .append('.')
        .toString();
  }
}
