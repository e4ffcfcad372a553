// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

import java.util.Random;

/** Kick, snare and hat, made of falling tones and noise. */
final class Drums {
  private final Mix mix;
  private final Random chance;

  Drums(Mix mix, Random chance) {
    this.mix = mix;
    this.chance = chance;
  }

  void kick(double start, double loud) {
    for (int i = 0; i < Mix.RATE * 0.28; i++) {
      double t = i / (double) Mix.RATE;
      double phase = 2 * Math.PI * (48 * t + 2.4 * (1 - Math.exp(-t * 34)));
      mix.add(at(start) + i, Math.sin(phase) * Math.exp(-t * 13) * loud, 0);
    }
  }

  void snare(double start, double loud) {
    double low = 0;
    for (int i = 0; i < Mix.RATE * 0.2; i++) {
      double t = i / (double) Mix.RATE;
      double noise = chance.nextDouble() * 2 - 1;
      low += (noise - low) * 0.5;
      double body = Math.sin(2 * Math.PI * 185 * t) * Math.exp(-t * 30);
      mix.add(
          at(start) + i, ((noise - low * 0.6) * 0.6 * Math.exp(-t * 20) + body * 0.5) * loud, 0.1);
    }
  }

  void hat(double start, double loud) {
    double low = 0;
    for (int i = 0; i < Mix.RATE * 0.06; i++) {
      double t = i / (double) Mix.RATE;
      double noise = chance.nextDouble() * 2 - 1;
      low += (noise - low) * 0.75;
      mix.add(at(start) + i, (noise - low) * Math.exp(-t * 75) * loud, -0.3);
    }
  }

  private static int at(double seconds) {
    return (int) (seconds * Mix.RATE);
  }
}
