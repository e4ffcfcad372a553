// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in a JVM of its own, with the class path of this one. What it prints can be read line
 * by line; its errors go where this program's go. Not thread-safe.
 */
public final class ChildJvm {
  private final String name;
  private final Process process;
  private final BufferedReader out;

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** Starts the main method of a class. */
  public static ChildJvm start(Class<?> main, List<String> flags, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(flags);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    return new ChildJvm(main.getSimpleName(), process);
  }

  /**
   * The next line it prints.
   *
   * @throws IOException when it ends without one
   */
  public String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException(name + " ended with " + await() + " and said nothing");
    }
    return line;
  }

  /** All that it still prints, when it has ended. */
  public List<String> rest() {
    return out.lines().toList();
  }

  /** Waits for its end. */
  public int await() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  /** Ends it at once, without a chance to tidy up, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    await();
  }
}
