// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

import dev.mediagen.local.sketch.scene.Noise;
import dev.mediagen.local.sketch.scene.Words;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A kind of sound, the words that call it and the rule that makes it. */
@SuppressWarnings("ImmutableEnumChecker") // its arrays are never handed out
enum Effect {
  RAIN(Effect::rain, "rain", "drizzle", "shower", "storm"),
  WIND(Effect::wind, "wind", "breeze", "storm", "air", "blizzard", "whoosh"),
  WAVES(Effect::waves, "sea", "wave", "ocean", "surf", "beach", "shore", "water", "harbour"),
  THUNDER(Effect::thunder, "thunder", "explosion", "rumble", "lightning", "boom"),
  BELL(Effect::bell, "bell", "chime", "church", "gong", "doorbell"),
  BEEP(Effect::beep, "beep", "alarm", "phone", "notification", "alert", "click", "laser"),
  STEPS(Effect::steps, "step", "footstep", "walk", "walking", "knock", "door"),
  BIRD(Effect::bird, "bird", "chirp", "tweet", "forest", "morning", "garden"),
  ENGINE(Effect::engine, "engine", "car", "motor", "truck", "machine", "boat", "plane");

  private final Rule rule;
  private final String[] words;

  Effect(Rule rule, String... words) {
    this.rule = rule;
    this.words = words;
  }

  private interface Rule {
    void add(Mix mix, Random chance);
  }

  /** The kinds that a prompt names; one by chance if it names none. */
  static List<Effect> in(Words prompt) {
    List<Effect> found = Stream.of(values()).filter(e -> prompt.any(e.words)).toList();
    return found.isEmpty()
        ? List.of(values()[(int) Math.floorMod(prompt.hash(), (long) values().length)])
        : found;
  }

  void add(Mix mix, Random chance) {
    rule.add(mix, chance);
  }

  private static void rain(Mix mix, Random chance) {
    hiss(mix, chance, 0.6, 0.12, 0.15);
    for (int i = 0; i < mix.length() / 260; i++) {
      int at = chance.nextInt(mix.length());
      double pitch = 1800 + 4200 * chance.nextDouble();
      double loud = 0.12 * chance.nextDouble();
      double pan = chance.nextDouble() * 2 - 1;
      for (int n = 0; n < 500; n++) {
        double t = n / (double) Mix.RATE;
        mix.add(at + n, Math.sin(2 * Math.PI * pitch * t) * Math.exp(-t * 420) * loud, pan);
      }
    }
  }

  private static void wind(Mix mix, Random chance) {
    hiss(mix, chance, 0.035, 1.4, 0.9);
  }

  private static void waves(Mix mix, Random chance) {
    for (double side : new double[] {-0.7, 0.7}) {
      double low = 0;
      double phase = chance.nextDouble() * 0.6;
      for (int i = 0; i < mix.length(); i++) {
        double t = i / (double) Mix.RATE / 5.5 + phase;
        double surf = Math.pow(0.5 - 0.5 * Math.cos(2 * Math.PI * Math.pow(t % 1, 0.7)), 2);
        low += (chance.nextDouble() * 2 - 1 - low) * (0.03 + 0.22 * surf);
        mix.add(i, low * (0.12 + surf) * 0.8, side);
      }
    }
  }

  private static void thunder(Mix mix, Random chance) {
    double low = 0;
    double lower = 0;
    Noise roll = new Noise(chance.nextLong());
    for (int i = 0; i < mix.length(); i++) {
      double t = i / (double) Mix.RATE;
      double crack = Math.exp(-t * 9) * 0.7;
      low += (chance.nextDouble() * 2 - 1 - low) * (0.012 + crack * 0.3);
      lower += (low - lower) * (0.05 + crack);
      double rolling = Math.exp(-t * 0.75) * (0.6 + 0.4 * roll.rough(t * 3, 3, 0.6));
      mix.add(i, lower * (rolling * 5 + crack * 2) * Math.min(1, t * 90), roll.at(t) * 0.4);
    }
  }

  private static void bell(Mix mix, Random chance) {
    double[] partials = {0.5, 1, 1.19, 1.56, 2, 2.51, 2.66, 3.01, 4.1};
    double pitch = 330 + 220 * chance.nextDouble();
    double gap = 2.2;
    for (double start = 0; start < mix.length() / (double) Mix.RATE; start += gap) {
      for (int n = 0; n < partials.length; n++) {
        for (int i = 0; i < Mix.RATE * 3; i++) {
          double t = i / (double) Mix.RATE;
          double level = Math.exp(-t * (0.8 + n * 0.5)) / (1 + n * 0.45) * Math.min(1, t * 700);
          double wave = Math.sin(2 * Math.PI * pitch * partials[n] * t);
          mix.add((int) (start * Mix.RATE) + i, wave * level * 0.3, n % 2 * 0.4 - 0.2);
        }
      }
    }
  }

  private static void beep(Mix mix, Random chance) {
    double pitch = 660 + 440 * chance.nextDouble();
    for (int i = 0; i < mix.length(); i++) {
      double t = i / (double) Mix.RATE % 0.8;
      double note = t < 0.16 ? pitch : pitch * 1.335;
      double within = t < 0.16 ? t : t - 0.2;
      double level = within < 0 || within > 0.16 ? 0 : Math.sin(Math.PI * within / 0.16);
      double wave = Math.sin(2 * Math.PI * note * t) + 0.2 * Math.sin(4 * Math.PI * note * t);
      mix.add(i, wave * Math.sqrt(level) * 0.4, 0);
    }
  }

  private static void steps(Mix mix, Random chance) {
    int number = 0;
    for (double start = 0.1; start < mix.length() / (double) Mix.RATE; start += 0.56) {
      double pan = number++ % 2 * 0.5 - 0.25;
      double low = 0;
      double loud = 0.7 + 0.3 * chance.nextDouble();
      for (int i = 0; i < Mix.RATE * 0.18; i++) {
        double t = i / (double) Mix.RATE;
        low += (chance.nextDouble() * 2 - 1 - low) * 0.14;
        double heel = Math.sin(2 * Math.PI * 78 * t) * Math.exp(-t * 42);
        double grit = low * (Math.exp(-t * 38) + 0.6 * Math.exp(-Math.pow((t - 0.09) * 42, 2)));
        mix.add((int) (start * Mix.RATE) + i, (heel + grit * 1.5) * loud, pan);
      }
    }
  }

  private static void bird(Mix mix, Random chance) {
    hiss(mix, chance, 0.02, 0.5, 0.06);
    double seconds = mix.length() / (double) Mix.RATE;
    for (double start = 0.1; start < seconds; start += 0.35 + 0.9 * chance.nextDouble()) {
      double base = 2300 + 1900 * chance.nextDouble();
      double pan = chance.nextDouble() * 1.6 - 0.8;
      int notes = 2 + chance.nextInt(5);
      for (int n = 0; n < notes; n++) {
        double sweep = (chance.nextDouble() - 0.35) * 1500;
        double length = 0.06 + 0.06 * chance.nextDouble();
        for (int i = 0; i < length * Mix.RATE; i++) {
          double t = i / (double) Mix.RATE;
          double phase = base * t + sweep * t * t / length / 2 + 3 * Math.sin(2 * Math.PI * 28 * t);
          double level = Math.pow(Math.sin(Math.PI * t / length), 1.4);
          mix.add(
              (int) ((start + n * 0.115) * Mix.RATE) + i,
              Math.sin(2 * Math.PI * phase) * level * 0.3,
              pan);
        }
      }
    }
  }

  private static void engine(Mix mix, Random chance) {
    Noise throttle = new Noise(chance.nextLong());
    double phase = 0;
    double low = 0;
    for (int i = 0; i < mix.length(); i++) {
      double t = i / (double) Mix.RATE;
      phase += (38 + 9 * throttle.rough(t * 0.7, 2, 0.4)) / Mix.RATE;
      double saw = (phase % 1) * 2 - 1 + 0.5 * ((phase * 2.01 % 1) * 2 - 1);
      double puff = Math.pow(0.5 + 0.5 * Math.sin(2 * Math.PI * phase), 4);
      low += (saw + puff * (chance.nextDouble() * 2 - 1) - low) * 0.09;
      mix.add(i, low * 0.7, 0);
    }
  }

  /** Noise, dark for a small {@code bright}, that swells with {@code swell} a second. */
  private static void hiss(Mix mix, Random chance, double bright, double swell, double loud) {
    for (double side : new double[] {-0.8, 0.8}) {
      Noise gust = new Noise(chance.nextLong());
      double low = 0;
      for (int i = 0; i < mix.length(); i++) {
        double force = 0.55 + 0.45 * gust.rough(i / (double) Mix.RATE * swell, 3, 0.5);
        low += (chance.nextDouble() * 2 - 1 - low) * bright * (0.4 + force);
        mix.add(i, low * force * loud, side);
      }
    }
  }
}
