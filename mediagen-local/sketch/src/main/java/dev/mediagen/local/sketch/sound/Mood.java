// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

import dev.mediagen.local.sketch.scene.Words;
import java.util.Random;

/**
 * What the words of a prompt ask of a piece.
 *
 * @param key the root note, in half tones
 * @param drums 0 none, 1 light, 2 driving
 */
record Mood(double tempo, boolean minor, int key, Timbre lead, Timbre pad, int drums) {

  static Mood of(Words words, Random chance) {
    boolean slow =
        words.any(
            "calm",
            "slow",
            "quiet",
            "sad",
            "sleep",
            "ambient",
            "soft",
            "gentle",
            "peaceful",
            "relaxing",
            "lullaby",
            "meditation",
            "melancholic");
    boolean fast =
        words.any(
            "fast",
            "happy",
            "dance",
            "techno",
            "energetic",
            "upbeat",
            "rock",
            "party",
            "disco",
            "electronic",
            "edm",
            "epic");
    boolean minor =
        words.any(
            "sad",
            "dark",
            "night",
            "rain",
            "melancholic",
            "lonely",
            "techno",
            "winter",
            "mysterious",
            "minor",
            "epic",
            "horror",
            "storm");
    boolean known = minor || words.any("happy", "sunny", "joyful", "major", "bright", "cheerful");
    double tempo = (slow ? 66 : fast ? 122 : 92) + chance.nextInt(9);
    boolean beat = fast || words.any("drum", "beat", "hip", "pop", "funk", "lofi", "lo", "jazz");
    boolean driving = words.any("techno", "rock", "dance", "edm", "disco", "party", "energetic");
    Timbre lead = lead(words, chance);
    Timbre pad = fast && driving ? Timbre.SYNTH : Timbre.STRINGS;
    return new Mood(
        tempo,
        known ? minor : chance.nextBoolean(),
        57 + chance.nextInt(8) - 4,
        lead,
        pad,
        slow ? 0 : driving ? 2 : beat ? 1 : 0);
  }

  Mood at(double otherTempo) {
    return new Mood(otherTempo, minor, key, lead, pad, drums);
  }

  private static Timbre lead(Words words, Random chance) {
    if (words.any("piano", "keys", "jazz")) {
      return Timbre.PIANO;
    }
    if (words.any("guitar", "folk", "acoustic", "banjo", "ukulele", "rock")) {
      return Timbre.GUITAR;
    }
    if (words.any("bell", "music-box", "christma", "lullaby", "glockenspiel", "star")) {
      return Timbre.BELL;
    }
    if (words.any("violin", "string", "orchestra", "orchestral", "cello", "epic")) {
      return Timbre.STRINGS;
    }
    if (words.any("flute", "whistle", "bird", "pan")) {
      return Timbre.FLUTE;
    }
    if (words.any("techno", "synth", "electronic", "edm", "8bit", "chiptune", "dance")) {
      return Timbre.SYNTH;
    }
    Timbre[] any = {Timbre.PIANO, Timbre.GUITAR, Timbre.BELL, Timbre.FLUTE};
    return any[chance.nextInt(any.length)];
  }
}
