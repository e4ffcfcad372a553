// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

/** How an instrument sounds: its overtones and how it starts and ends. */
@SuppressWarnings("ImmutableEnumChecker") // its arrays are never handed out
enum Timbre {
  PIANO(0.004, 1.5, false, 1, 0.55, 0.28, 0.16, 0.09, 0.05),
  GUITAR(0.003, 1.0, false, 1, 0.7, 0.45, 0.3, 0.18, 0.1, 0.05),
  BELL(0.002, 1.9, false, 1, 0, 0.6, 0, 0.32, 0.2, 0, 0.12),
  STRINGS(0.28, 0.5, true, 1, 0.5, 0.36, 0.22, 0.15, 0.1),
  FLUTE(0.07, 0.25, true, 1, 0.22, 0.08, 0.03),
  SYNTH(0.01, 0.22, true, 1, 0.5, 0.33, 0.25, 0.2, 0.16, 0.14, 0.12),
  BASS(0.008, 0.7, false, 1, 0.45, 0.15, 0.05);

  private final double attack;
  private final double release;
  private final boolean held;
  private final double[] overtones;

  Timbre(double attack, double release, boolean held, double... overtones) {
    this.attack = attack;
    this.release = release;
    this.held = held;
    this.overtones = overtones;
  }

  /** Adds one note; {@code pitch} counts half tones, 69 is the A of 440 Hz. */
  void play(Mix mix, double start, double seconds, double pitch, double loud, double pan) {
    double frequency = 440 * Math.pow(2, (pitch - 69) / 12);
    int first = (int) (start * Mix.RATE);
    int count = (int) ((seconds + release) * Mix.RATE);
    for (int i = 0; i < count && first + i < mix.length(); i++) {
      double t = i / (double) Mix.RATE;
      double level = level(t, seconds);
      double vibrato = held ? Math.sin(t * 32) * 0.0022 * frequency * Math.min(1, t * 2) / 32 : 0;
      double sum = 0;
      for (int n = 0; n < overtones.length; n++) {
        double high = frequency * (n + 1);
        if (high < 16_000 && overtones[n] > 0) {
          double dull = held ? 1 : Math.exp(-t * n * 1.1);
          double phase = 2 * Math.PI * (high * t + (n + 1) * vibrato);
          sum += overtones[n] * dull * Math.sin(phase * (held ? 1 : 1 + n * n * 0.00012));
        }
      }
      mix.add(first + i, sum * level * loud * 0.3, pan);
    }
  }

  private double level(double t, double seconds) {
    double rise = Math.min(1, t / attack);
    if (held) {
      return rise * (t < seconds ? 1 : Math.max(0, 1 - (t - seconds) / release));
    }
    double end =
        t < seconds + release * 0.7 ? 1 : Math.max(0, (seconds + release - t) / (release * 0.3));
    return rise * Math.exp(-t * 2.1 / release) * end;
  }
}
