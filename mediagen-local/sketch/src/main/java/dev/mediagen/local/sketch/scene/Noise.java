// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

/** Smooth chance along a line: the same place has the same height each time, from -1 to 1. */
public final class Noise {
  private final long seed;

  public Noise(long seed) {
    this.seed = seed;
  }

  /** The height at {@code x}, with one bump about every unit. */
  public double at(double x) {
    long cell = (long) Math.floor(x);
    double t = x - cell;
    double smooth = t * t * t * (t * (t * 6 - 15) + 10);
    return lattice(cell) + (lattice(cell + 1) - lattice(cell)) * smooth;
  }

  /** Bumps upon bumps: each octave twice as fine and about half as high. */
  public double rough(double x, int octaves, double fade) {
    double sum = 0;
    double size = 1;
    double total = 0;
    double frequency = 1;
    for (int i = 0; i < octaves; i++) {
      sum += at(x * frequency + i * 71.3) * size;
      total += size;
      size *= fade;
      frequency *= 2.03;
    }
    return sum / total;
  }

  /** Sharp crests, as of high mountains; from 0 to 1. */
  public double crest(double x, int octaves) {
    double sum = 0;
    double size = 1;
    double total = 0;
    double frequency = 1;
    for (int i = 0; i < octaves; i++) {
      sum += (1 - Math.abs(at(x * frequency + i * 37.7))) * size;
      total += size;
      size *= 0.46;
      frequency *= 2.1;
    }
    return sum / total;
  }

  private double lattice(long cell) {
    long z = (cell + seed) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-52 - 1;
  }
}
