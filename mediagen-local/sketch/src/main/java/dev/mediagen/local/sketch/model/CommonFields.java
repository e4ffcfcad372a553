// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

/** The input fields that several models share, under the names of the worker protocol. */
public final class CommonFields {
  /** What to make, in words. */
  public static final Field PROMPT =
      Field.text("prompt", 4000, "What to make, in words. Known words steer, others vary.").must();

  /** Same prompt, seed and size give the same bytes. */
  public static final Field SEED =
      Field.whole("seed", 0, 4_294_967_295L, "Same input and seed: same bytes. Drawn if left out.");

  private CommonFields() {}
}
