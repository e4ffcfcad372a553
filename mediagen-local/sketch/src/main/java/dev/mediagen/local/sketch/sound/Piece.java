// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

import java.util.Random;

/** A piece of music bar by bar: chords, a bass, a melody over them, and drums. */
final class Piece {
  private static final int[][] MAJOR = {{0, 4, 5, 3}, {0, 5, 3, 4}, {0, 3, 0, 4}, {0, 2, 3, 4}};
  private static final int[][] MINOR = {{0, 5, 2, 6}, {0, 3, 6, 4}, {0, 6, 5, 6}, {0, 5, 3, 4}};
  private static final int[] MAJOR_SCALE = {0, 2, 4, 5, 7, 9, 11};
  private static final int[] MINOR_SCALE = {0, 2, 3, 5, 7, 8, 10};
  private static final double[][] RHYTHMS = {
    {0, 1, 2, 3}, {0, 1.5, 2, 3}, {0, 0.5, 1, 2, 3}, {0, 1, 1.5, 2.5, 3}, {0, 2, 3, 3.5}, {0, 2}
  };

  private final Mood mood;
  private final Random chance;
  private final Mix mix;
  private final double beat;
  private final int[] progression;
  private final double[][] rhythms;
  private int step;

  Piece(Mood mood, Random chance, Mix mix) {
    this.mood = mood;
    this.chance = chance;
    this.mix = mix;
    beat = 60 / mood.tempo();
    int[][] all = mood.minor() ? MINOR : MAJOR;
    progression = all[chance.nextInt(all.length)];
    rhythms =
        new double[][] {
          RHYTHMS[chance.nextInt(RHYTHMS.length)], RHYTHMS[chance.nextInt(RHYTHMS.length)]
        };
  }

  int bars(double seconds) {
    return (int) Math.ceil(seconds / (beat * 4));
  }

  void bar(int number, boolean last) {
    double start = number * beat * 4;
    int root = last ? 0 : progression[number % progression.length];
    for (int voice = 0; voice < 3; voice++) {
      int degree = root + voice * 2;
      mood.pad().play(mix, start, beat * 3.6, pitch(degree), 0.17, voice * 0.4 - 0.4);
    }
    arpeggio(start, root);
    bass(start, root, last);
    melody(start, root, rhythms[number % 4 == 3 ? 1 : number % 2], last);
    if (mood.drums() > 0) {
      drums(start);
    }
  }

  private void arpeggio(double start, int root) {
    int[] order = {0, 2, 4, 7, 4, 2, 4, 2};
    for (int i = 0; i < 8; i++) {
      double loud = 0.13 + 0.04 * chance.nextDouble();
      Timbre.GUITAR.play(mix, start + i * beat / 2, beat / 2, pitch(root + order[i]), loud, 0.45);
    }
  }

  private void bass(double start, int root, boolean last) {
    int hits = last ? 1 : mood.drums() == 2 ? 8 : 2;
    for (int i = 0; i < hits; i++) {
      double length = beat * 4 / hits;
      int degree = hits == 2 && i == 1 ? root + 4 : root;
      Timbre.BASS.play(mix, start + i * length, length * 0.85, pitch(degree) - 24, 0.75, 0);
    }
  }

  private void melody(double start, int root, double[] rhythm, boolean last) {
    double[] beats = last ? new double[] {0} : rhythm;
    for (int i = 0; i < beats.length; i++) {
      double end = i + 1 < beats.length ? beats[i + 1] : 4;
      step += chance.nextInt(5) - 2;
      step = Math.max(-2, Math.min(8, step));
      int degree = beats[i] % 2 == 0 ? nearestInChord(root, step) : step;
      double human = (chance.nextDouble() - 0.5) * 0.012;
      double loud = (beats[i] == 0 ? 0.62 : 0.5) + 0.08 * chance.nextDouble();
      double when = start + beats[i] * beat + Math.max(-start, human);
      mood.lead().play(mix, when, (end - beats[i]) * beat * 0.9, pitch(degree) + 12, loud, -0.12);
    }
  }

  private static int nearestInChord(int root, int degree) {
    for (int away = 0; away < 3; away++) {
      for (int side : new int[] {away, -away}) {
        int above = Math.floorMod(degree + side - root, 7);
        if (above == 0 || above == 2 || above == 4) {
          return degree + side;
        }
      }
    }
    return root;
  }

  private void drums(double start) {
    Drums drums = new Drums(mix, chance);
    boolean driving = mood.drums() == 2;
    for (int i = 0; i < 4; i++) {
      if (driving || i % 2 == 0) {
        drums.kick(start + i * beat, driving ? 0.8 : 0.55);
      }
      if (i % 2 == 1) {
        drums.snare(start + i * beat, driving ? 0.42 : 0.28);
      }
      drums.hat(start + (i + 0.5) * beat, 0.2);
      if (driving || chance.nextBoolean()) {
        drums.hat(start + i * beat, 0.12);
      }
    }
  }

  private double pitch(int degree) {
    int[] scale = mood.minor() ? MINOR_SCALE : MAJOR_SCALE;
    return mood.key() + scale[Math.floorMod(degree, 7)] + 12 * Math.floorDiv(degree, 7);
  }
}
