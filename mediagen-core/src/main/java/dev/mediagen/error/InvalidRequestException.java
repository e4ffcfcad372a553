// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.error;

import dev.mediagen.ModelId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that was refused here, before anything was sent or spent: it names the field, the
 * value, and what is allowed. When several things are wrong, {@link #problems()} has them all.
 */
public final class InvalidRequestException extends MediaException {
  private static final long serialVersionUID = 1;

  private static final String NOTHING = "(none)";

  /**
   * One thing that is wrong.
   *
   * @param field the name of the parameter, input or option
   * @param value the value that was given, shortened
   * @param allowed what would be right, in words
   */
  public record Problem(String field, String value, String allowed) {
    private static final Pattern VERB = Pattern.compile("(is|has|must|cannot) .*", Pattern.DOTALL);

    private String sentence() {
      String subject = value.equals(NOTHING) ? field : field + " " + value;
      return subject + (VERB.matcher(allowed).matches() ? " " : ": ") + allowed;
    }
  }

  private final transient List<Problem> problems;

  private InvalidRequestException(
      ErrorDetails details, List<Problem> problems, @Nullable Throwable cause) {
    super(details, cause);
    this.problems = List.copyOf(problems);
  }

  /** One wrong field, with what is allowed in words. */
  public static InvalidRequestException of(String field, @Nullable Object value, String allowed) {
    return of(null, List.of(problem(field, value, allowed)));
  }

  /** One wrong field, with the values that are allowed. */
  public static InvalidRequestException of(
      String field, @Nullable Object value, Collection<String> allowed) {
    return of(field, value, "takes " + String.join(", ", allowed));
  }

  /** All that is wrong with a request to a model. */
  public static InvalidRequestException of(@Nullable ModelId model, List<Problem> problems) {
    return of(model, problems, null);
  }

  /** All that is wrong with a request to a model, with a cause. */
  public static InvalidRequestException of(
      @Nullable ModelId model, List<Problem> problems, @Nullable Throwable cause) {
    ErrorDetails.Builder details =
        ErrorDetails.of(
            ErrorKind.INVALID_REQUEST,
            problems.stream().map(Problem::sentence).collect(Collectors.joining("; ")));
    if (model != null) {
      details.model(model).provider(model.provider());
    }
    return new InvalidRequestException(details.build(), problems, cause);
  }

  /** A problem whose value is shown in short. */
  public static Problem problem(String field, @Nullable Object value, String allowed) {
    String shown = Objects.toString(value, NOTHING);
    if (shown.isEmpty()) {
      shown = "\"\"";
    }
    return new Problem(
        field, shown.length() > 120 ? shown.substring(0, 117) + "..." : shown, allowed);
  }

  /** Everything that is wrong, in the order of the request's fields. */
  public List<Problem> problems() {
    return problems;
  }

  /** The first field that is wrong. */
  public String field() {
    return problems.get(0).field();
  }

  /** Its value, shortened. */
  public String value() {
    return problems.get(0).value();
  }

  /** What would be right. */
  public String allowed() {
    return problems.get(0).allowed();
  }
}
