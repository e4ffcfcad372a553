// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import java.util.Random;

/**
 * How the vendor behaves. Not thread-safe: it draws from a seeded source of chance.
 *
 * <p>Job times are spread evenly between the shortest and the longest.
 */
public final class VendorSettings {
  private final int shortest;
  private final int longest;
  private final int replyMillis;
  private final Random chance;

  /**
   * Settings.
   *
   * @param shortest the least time a job takes, in milliseconds
   * @param longest the most time a job takes, in milliseconds; the same for a fixed time
   * @param replyMillis how long the answer to a submission takes that was accepted already
   */
  public VendorSettings(int shortest, int longest, int replyMillis, long seed) {
    this.shortest = shortest;
    this.longest = longest;
    this.replyMillis = replyMillis;
    this.chance = new Random(seed);
  }

  /** How long the next job takes, in milliseconds. */
  int jobMillis() {
    return shortest + chance.nextInt(longest - shortest + 1);
  }

  int replyMillis() {
    return replyMillis;
  }

  /** These settings as arguments of the vendor's program; the seed is drawn anew. */
  String[] arguments() {
    return new String[] {
      String.valueOf(shortest),
      String.valueOf(longest),
      String.valueOf(replyMillis),
      String.valueOf(chance.nextLong())
    };
  }

  /** Reads what {@link #arguments} wrote. */
  static VendorSettings parse(String[] arguments) {
    return new VendorSettings(
        Integer.parseInt(arguments[0]),
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Long.parseLong(arguments[3]));
  }
}
