// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

import java.util.EnumSet;
import java.util.Set;

/** A thing that a prompt can put into a scene, with the words that call it. */
@SuppressWarnings("ImmutableEnumChecker") // its arrays are never handed out
public enum Subject {
  CAT("cat", "kitten", "kitty"),
  DOG("dog", "puppy", "wolf", "hound"),
  FOX("fox"),
  RABBIT("rabbit", "bunny", "hare"),
  BIRD("bird", "gull", "seagull", "crow", "eagle", "goose", "swallow"),
  BOAT("boat", "ship", "sail", "sailboat", "yacht", "harbour", "harbor", "fishing"),
  LIGHTHOUSE("lighthouse", "harbour", "harbor", "coast"),
  HOUSE("house", "cottage", "cabin", "home", "village", "farm", "hut", "barn"),
  CITY("city", "town", "skyline", "street", "building", "skyscraper", "urban", "tower"),
  FLOWER("flower", "rose", "tulip", "garden", "meadow", "poppy", "daisy", "blossom", "bloom"),
  FOREST("forest", "wood", "pine", "jungle", "spruce", "fir", "woodland"),
  TREE("tree", "garden", "park", "oak", "orchard", "apple", "cherry"),
  PALM("palm", "tropical", "beach", "island", "oasi"),
  MOUNTAIN("mountain", "peak", "alp", "summit", "cliff", "volcano", "canyon", "rocky"),
  WATER(
      "sea",
      "ocean",
      "lake",
      "river",
      "harbour",
      "harbor",
      "water",
      "wave",
      "beach",
      "coast",
      "bay",
      "boat",
      "ship",
      "island",
      "pond",
      "fjord",
      "lagoon",
      "sail",
      "sailboat",
      "yacht",
      "fishing"),
  BALLOON("balloon", "airship"),
  AURORA("aurora", "northern"),
  PERSON("person", "man", "woman", "girl", "boy", "people", "hiker", "astronaut", "child");

  private final String[] words;

  Subject(String... words) {
    this.words = words;
  }

  static Set<Subject> in(Words prompt) {
    Set<Subject> found = EnumSet.noneOf(Subject.class);
    for (Subject subject : values()) {
      if (prompt.any(subject.words)) {
        found.add(subject);
      }
    }
    return found;
  }
}
