// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.internal.json.RequestCodec;
import dev.mediagen.internal.json.ValueCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one wants to have made, as a value: one type of it for each kind of media. Immutable, and
 * without behaviour; it can be put on a queue as JSON and read elsewhere.
 *
 * <p>Portable parameters keep one name and one unit for every vendor: sizes in pixels, durations as
 * {@link Duration}, ratios as {@code w:h}. What a model takes of them, its catalogue entry says.
 *
 * @param <R> the type of the result
 */
public interface MediaRequest<R extends MediaResult> {
  /** The model that is asked first. */
  ModelId model();

  /**
   * Models that are asked next, in order, when the one before gave an answer that cannot have cost
   * money: not reachable, overloaded, out of credit. Never after a refusal by moderation, never
   * when it is unknown whether the vendor took the job, and not for want of a key, which is a
   * mistake.
   */
  List<ModelId> fallbacks();

  /**
   * Vendor extras that have no portable name, passed through untouched under the vendor's own field
   * names. Values are strings, numbers, booleans, lists and maps of these.
   */
  Map<String, Object> options();

  /** What happens to parameters that the model cannot honour; by default the request fails. */
  OnUnsupported onUnsupported();

  /**
   * How long to wait for the outputs, from now on; by default what the catalogue says of the model.
   * When it is over the job is not cancelled: the exception carries its handle.
   */
  Optional<Duration> timeout();

  /** The kind of media this request is for. */
  MediaKind kind();

  /** This request as JSON, with its kind, stable across versions. Inline bytes become base64. */
  default String toJson() {
    return ValueCodec.write(this);
  }

  /**
   * Reads what {@link #toJson()} wrote, or a person: the fields are the names of the parameters.
   *
   * @throws dev.mediagen.error.InvalidRequestException naming the field that cannot be read
   */
  static MediaRequest<?> fromJson(String json) {
    return RequestCodec.read(json);
  }
}
