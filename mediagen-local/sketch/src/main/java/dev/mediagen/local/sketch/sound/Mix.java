// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

/** Sound in the making: two channels of 44.1 kHz that voices are added to. */
final class Mix {
  static final int RATE = 44_100;

  final float[] left;
  final float[] right;

  Mix(double seconds) {
    int length = (int) Math.round(seconds * RATE);
    left = new float[length];
    right = new float[length];
  }

  int length() {
    return left.length;
  }

  /** Adds one sample; {@code pan} runs from -1 (left) to 1 (right). */
  void add(int at, double value, double pan) {
    if (at >= 0 && at < left.length) {
      left[at] += (float) (value * Math.sqrt(0.5 - pan / 2));
      right[at] += (float) (value * Math.sqrt(0.5 + pan / 2));
    }
  }

  /** Adds the sound of a room: four echoes that feed themselves, softened. */
  void room(double amount) {
    room(left, amount, new int[] {1557, 1617, 1491, 1422});
    room(right, amount, new int[] {1580, 1640, 1514, 1445});
  }

  private static void room(float[] channel, double amount, int[] delays) {
    float[] wet = new float[channel.length];
    for (int delay : delays) {
      float[] line = new float[delay];
      float soft = 0;
      for (int i = 0; i < channel.length; i++) {
        float out = line[i % delay];
        soft = out * 0.65f + soft * 0.35f;
        line[i % delay] = channel[i] + soft * 0.8f;
        wet[i] += out;
      }
    }
    for (int i = 0; i < channel.length; i++) {
      channel[i] += (float) (wet[i] * amount * 0.25);
    }
  }

  /** Fades the start and the end, so that nothing clicks. */
  void fade(double in, double out) {
    int first = (int) (in * RATE);
    int last = (int) (out * RATE);
    for (int i = 0; i < left.length; i++) {
      double rise = first == 0 ? 1 : Math.min(1, i / (double) first);
      double fall = last == 0 ? 1 : Math.min(1, (left.length - 1 - i) / (double) last);
      left[i] *= (float) (rise * fall);
      right[i] *= (float) (rise * fall);
    }
  }

  /** Lays the end over the start, so that the sound can be repeated without a seam. */
  void loop(double overlap) {
    int n = Math.min(left.length / 2, (int) (overlap * RATE));
    for (int i = 0; i < n; i++) {
      double share = i / (double) n;
      int end = left.length - n + i;
      left[end] = (float) (left[end] * (1 - share) + left[n - 1 - i] * share);
      right[end] = (float) (right[end] * (1 - share) + right[n - 1 - i] * share);
    }
  }

  /** A stereo file whose loudest sample lies just below full scale. */
  byte[] file() {
    float peak = 1e-6f;
    for (int i = 0; i < left.length; i++) {
      peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
    }
    double gain = 0.84 * Short.MAX_VALUE / peak;
    short[] samples = new short[left.length * 2];
    for (int i = 0; i < left.length; i++) {
      samples[i * 2] = (short) Math.round(left[i] * gain);
      samples[i * 2 + 1] = (short) Math.round(right[i] * gain);
    }
    return Wave.file(samples, 2, RATE, "");
  }
}
