// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input field of a model: what it is called, what it may hold and what stands in for it when it
 * is left out. The published schema and the check of a request both come from here.
 */
public record Field(
    String name,
    Kind kind,
    double min,
    double max,
    int multipleOf,
    List<String> choices,
    @Nullable Object fallback,
    boolean required,
    @Nullable String alias,
    String description) {

  /** What a field may hold. */
  public enum Kind {
    TEXT("string"),
    CHOICE("string"),
    MEDIA("string"),
    WHOLE("integer"),
    NUMBER("number"),
    FLAG("boolean"),
    ROWS("array");

    private final String jsonType;

    Kind(String jsonType) {
      this.jsonType = jsonType;
    }

    /** The JSON schema type. */
    public String jsonType() {
      return jsonType;
    }
  }

  /** A free text of at most {@code max} characters. */
  public static Field text(String name, int max, String description) {
    return of(name, Kind.TEXT, 0, max, List.of(), null, description);
  }

  /** One of the given words; the first is the default. */
  public static Field choice(String name, String description, String... choices) {
    return of(name, Kind.CHOICE, 0, 0, List.of(choices), choices[0], description);
  }

  /** A file: a data URI, or a URL of this worker's own files. */
  public static Field media(String name, String description) {
    return of(name, Kind.MEDIA, 0, 0, List.of(), null, description);
  }

  /** A whole number within bounds. */
  public static Field whole(String name, long min, long max, String description) {
    return of(name, Kind.WHOLE, (double) min, (double) max, List.of(), null, description);
  }

  /** A number within bounds. */
  public static Field number(String name, double min, double max, String description) {
    return of(name, Kind.NUMBER, min, max, List.of(), null, description);
  }

  /** Yes or no; no is the default. */
  public static Field flag(String name, String description) {
    return of(name, Kind.FLAG, 0, 0, List.of(), false, description);
  }

  /** A list of rows of {@code columns} numbers. */
  public static Field rows(String name, int columns, String description) {
    return of(name, Kind.ROWS, columns, 64, List.of(), null, description);
  }

  private static Field of(
      String name,
      Kind kind,
      double min,
      double max,
      List<String> choices,
      @Nullable Object fallback,
      String description) {
    return new Field(name, kind, min, max, 1, choices, fallback, false, null, description);
  }

  /** The same field with a value that stands in for a missing one. */
  public Field or(Object value) {
    return new Field(
        name, kind, min, max, multipleOf, choices, value, required, alias, description);
  }

  /** The same field, not to be left out. */
  public Field must() {
    return new Field(name, kind, min, max, multipleOf, choices, fallback, true, alias, description);
  }

  /** The same field, restricted to multiples of a step. */
  public Field inStepsOf(int step) {
    return new Field(name, kind, min, max, step, choices, fallback, required, alias, description);
  }

  /** The same field, read under a second name too. */
  public Field also(String other) {
    return new Field(
        name, kind, min, max, multipleOf, choices, fallback, required, other, description);
  }

  /** Whether an input member of that name belongs to this field. */
  public boolean answersTo(String member) {
    return member.equals(name) || member.equals(alias);
  }
}
