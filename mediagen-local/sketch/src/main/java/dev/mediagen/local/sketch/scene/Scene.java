// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

import java.awt.Color;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What a prompt and a seed ask to be drawn, before anything has a place or a size.
 *
 * @param dice the number from which all chance in the scene follows
 * @param accent the colour that the prompt names, if it names one
 * @param known whether the prompt held any word that steers what is drawn
 */
public record Scene(
    Words words,
    long dice,
    Hour hour,
    Weather weather,
    Set<Subject> subjects,
    Palette palette,
    Optional<Color> accent,
    boolean known) {

  private static final Map<String, Integer> COLOURS =
      Map.ofEntries(
          Map.entry("red", 0xD8363A),
          Map.entry("orange", 0xF08A2C),
          Map.entry("yellow", 0xF4C534),
          Map.entry("gold", 0xE2B13C),
          Map.entry("golden", 0xE2B13C),
          Map.entry("green", 0x3FA35A),
          Map.entry("teal", 0x1F9A9A),
          Map.entry("turquoise", 0x35BDB2),
          Map.entry("blue", 0x2F6FD0),
          Map.entry("purple", 0x8246AF),
          Map.entry("violet", 0x7A4FC4),
          Map.entry("pink", 0xEF7FA8),
          Map.entry("white", 0xF4F2EA),
          Map.entry("black", 0x1A1A22),
          Map.entry("brown", 0x86582F));

  /** Reads a prompt. */
  public static Scene read(String prompt, long seed) {
    Words words = new Words(prompt);
    long dice = words.hash() * 0x9E3779B97F4A7C15L + seed * 0xBF58476D1CE4E5B9L;
    Hour hour = Hour.of(words, (words.hash() ^ (words.hash() >>> 17)) + seed);
    Weather weather = Weather.of(words);
    Set<Subject> subjects = Subject.in(words);
    Optional<Color> accent =
        words.list().stream()
            .filter(COLOURS::containsKey)
            .findFirst()
            .map(COLOURS::get)
            .map(Color::new);
    boolean known =
        !subjects.isEmpty()
            || weather != Weather.CLEAR
            || words.any(
                "hill",
                "valley",
                "landscape",
                "sky",
                "cloud",
                "field",
                "desert",
                "sun",
                "sunset",
                "sunrise",
                "dawn",
                "night",
                "moon",
                "star",
                "day",
                "morning",
                "evening",
                "world");
    Palette palette = paint(words, hour, weather, accent, dice);
    return new Scene(words, dice, hour, weather, subjects, palette, accent, known);
  }

  /** Whether a thing is in the scene. */
  public boolean shows(Subject subject) {
    return subjects.contains(subject);
  }

  /** Whether the sky is dark enough for stars and lit windows. */
  public boolean dark() {
    return hour == Hour.NIGHT;
  }

  /** Chance for one purpose: the same purpose sees the same numbers each time. */
  public Random chance(String purpose) {
    long mixed = (dice ^ purpose.hashCode() * 0x94D049BB133111EBL) * 0xD6E8FEB86659FD93L;
    return new Random(mixed ^ (mixed >>> 31));
  }

  private static Palette paint(
      Words words, Hour hour, Weather weather, Optional<Color> accent, long dice) {
    double turn = ((dice >>> 40) % 1000 / 1000.0 - 0.5) * 0.07;
    Palette palette = Palette.at(hour).each(c -> Tones.turn(c, turn));
    if (words.any("autumn", "fall", "october")) {
      palette = palette.landed(0x3A1D16, 0xB8541F, 0.75);
    } else if (words.any("desert", "dune", "sand", "canyon")) {
      palette = palette.landed(0x5A2A1A, 0xD98A4A, 0.85);
    } else if (words.any("spring", "meadow", "garden", "jungle")) {
      palette = palette.landed(0x1E4A2A, 0x5FA845, hour == Hour.NIGHT ? 0.25 : 0.55);
    }
    if (weather == Weather.SNOW) {
      palette = palette.snowed();
    } else if (weather == Weather.RAIN) {
      palette = palette.each(c -> Tones.drain(Tones.mix(c, Tones.hex(0x5A6878), 0.38), 0.7));
    } else if (weather == Weather.FOG) {
      palette = palette.each(c -> Tones.drain(Tones.mix(c, Tones.hex(0xB9C2C8), 0.3), 0.75));
    }
    if (accent.isPresent()) {
      Color tint = accent.get();
      palette = palette.each(c -> Tones.mix(c, tint, 0.13));
    }
    return palette;
  }
}
