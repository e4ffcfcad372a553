// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import dev.mediagen.testkit.ScriptedVendor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What is left behind although it should not be. */
final class Leaks {
  /** What huge replies consist of; so their files are told from those of other programs. */
  static final String MARK = "fault-matrix " + UUID.randomUUID() + "\n";

  private static final Duration GRACE = Duration.ofSeconds(5);

  private Leaks() {}

  /** Connections that are open after the client was closed. */
  static List<String> connections(ScriptedVendor vendor) {
    return lasting(
        () ->
            vendor.connections() == 0
                ? List.of()
                : List.of(vendor.connections() + " connections are open after " + vendor.calls()));
  }

  /** Threads of clients that run after all clients were closed. */
  static List<String> threads() {
    return lasting(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("mediagen-(call|wait|stream|clock).*"))
                .toList());
  }

  /** Temporary files whose contents nobody can read any more. */
  static List<String> files() {
    return lasting(
        () -> {
          System.gc(); // The files go when the replies they belong to are collected.
          return marked(Path.of(System.getProperty("java.io.tmpdir")));
        });
  }

  private static List<String> marked(Path directory) {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "mediagen-*")) {
      for (Path file : files) {
        if (begins(file)) {
          found.add(file.toString());
        }
      }
    } catch (IOException e) {
      found.add(directory + " cannot be listed: " + e);
    }
    return found;
  }

  private static boolean begins(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(MARK.length()), StandardCharsets.UTF_8);
      return head.equals(MARK);
    } catch (IOException e) {
      return false; // It went away while this looked at it, or belongs to somebody else.
    }
  }

  /** Sockets and threads end a moment after they were told to. */
  private static List<String> lasting(Supplier<List<String>> look) {
    long end = System.nanoTime() + GRACE.toNanos();
    List<String> left = look.get();
    while (!left.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
      left = look.get();
    }
    return left;
  }
}
