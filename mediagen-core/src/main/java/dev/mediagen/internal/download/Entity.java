// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;

/**
 * What a reply says of the bytes it brings.
 *
 * @param etag the strong validator, by which the very same bytes are known again
 * @param modified when they were last changed, which is as good where there is no other
 * @param encoding how they were compressed although that was not asked for
 * @param size how many there are in all, where that is known
 */
record Entity(
    Optional<String> etag,
    Optional<String> modified,
    Optional<String> encoding,
    Optional<Long> size) {
  private static final Pattern RANGE =
      Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");

  static Entity of(Response response) {
    Optional<String> encoding =
        header(response, "Content-Encoding").filter(one -> !one.equalsIgnoreCase("identity"));
    long length = response.body().contentLength();
    return new Entity(
        header(response, "ETag").filter(tag -> tag.startsWith("\"")),
        header(response, "Last-Modified"),
        encoding,
        length < 0 || encoding.isPresent() ? Optional.empty() : Optional.of(length));
  }

  /** What a later call can name to get the rest of these bytes or, if they changed, all again. */
  Optional<String> validator() {
    return encoding.isPresent() ? Optional.empty() : etag.or(() -> modified);
  }

  /** Whether a later reply can be told to bring these bytes or others. */
  boolean recognisable() {
    return etag.isPresent() || validator().isPresent();
  }

  /** Whether another reply brings the very same bytes. */
  boolean same(Entity other) {
    return etag.isPresent() && etag.equals(other.etag) && encoding.equals(other.encoding);
  }

  /** Whether a reply with a part goes on at this byte of these bytes. */
  boolean continues(Response part, long position) {
    Matcher range = RANGE.matcher(header(part, "Content-Range").orElse(""));
    return range.matches()
        && range.group(1) != null
        && Long.parseLong(range.group(1)) == position
        && fits(range.group(2))
        && Entity.of(part).etag.map(tag -> etag.isEmpty() || etag.get().equals(tag)).orElse(true);
  }

  private boolean fits(String total) {
    return total.equals("*") || size.isEmpty() || size.get() == Long.parseLong(total);
  }

  /** Whether a reply that refuses the part says that there are just so many bytes. */
  static boolean endsAt(Response refusal, long position) {
    Matcher range = RANGE.matcher(header(refusal, "Content-Range").orElse(""));
    return range.matches() && range.group(2).equals(String.valueOf(position));
  }

  private static Optional<String> header(Response response, String name) {
    return Optional.ofNullable(response.header(name));
  }
}
