// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaKind;

/** What the program has to know of each kind of media; a new kind does not compile without it. */
final class Kinds {
  private Kinds() {}

  /** A model that needs no key and no GPU, so that every command works right away. */
  static String defaultModel(MediaKind kind) {
    return kind == MediaKind.MODEL3D ? "local/sketch-3d" : "local/sketch-" + kind.word();
  }

  static String headline(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> "Make or edit pictures, raster or vector.";
      case VIDEO -> "Make, edit or extend a video.";
      case MUSIC -> "Make a song or an instrumental.";
      case SPEECH -> "Speak a text.";
      case SOUND -> "Make a sound effect or an atmosphere.";
      case TRANSCRIPT -> "Write down what is said in a recording.";
      case SEGMENT -> "Find the things in a picture, as masks.";
      case UPSCALE -> "Enlarge or clean a picture or a video.";
      case MODEL3D -> "Make a three-dimensional model.";
    };
  }

  /** The rest of a command line that works as it stands. */
  static String example(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> "\"a lighthouse by the sea\" --aspect-ratio 16:9 --seed 7";
      case VIDEO -> "\"waves at night\" --duration 4 --seed 7";
      case MUSIC -> "\"a slow waltz\" --duration 12 --instrumental";
      case SPEECH -> "\"Good evening, and welcome aboard.\" --speed 1.1";
      case SOUND -> "\"rain on a tin roof\" --duration 6 --loop";
      case TRANSCRIPT -> "out/speech.wav";
      case SEGMENT -> "out/image.png --point 320,180 --point 20,20,off";
      case UPSCALE -> "out/image.png --scale 2";
      case MODEL3D -> "\"a small wooden boat\" --seed 7";
    };
  }
}
