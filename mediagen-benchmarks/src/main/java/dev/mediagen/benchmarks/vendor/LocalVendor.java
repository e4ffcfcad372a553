// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mediagen.benchmarks.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/**
 * A vendor with a queue, in a JVM of its own, so that what it costs is not counted as the client's.
 * See {@link VendorQueue} for how it speaks.
 */
public final class LocalVendor implements AutoCloseable {
  private final ChildJvm program;
  private final String url;

  private LocalVendor(ChildJvm program, String url) {
    this.program = program;
    this.url = url;
  }

  /** Starts a vendor; it ends with {@link #close}, or with this JVM. */
  public static LocalVendor start(VendorSettings settings) throws IOException {
    ChildJvm program = ChildJvm.start(LocalVendor.class, List.of("-Xmx1g"), settings.arguments());
    return new LocalVendor(program, program.line());
  }

  /** Where it is. */
  public String url() {
    return url;
  }

  /** What it knows of every submission, oldest first. */
  public List<JobFacts> jobs() throws IOException {
    try (var in = URI.create(url + "/stats").toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8).lines().map(JobFacts::parse).toList();
    }
  }

  @Override
  public void close() {
    program.kill();
  }

  /** The vendor's program: prints where it is, and serves until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    VendorSettings settings = VendorSettings.parse(arguments);
    try (HttpLoop loop = serve(settings)) {
      Thread ends = new Thread(() -> endsWithInput(loop), "end");
      ends.setDaemon(true);
      ends.start();
      System.out.println("http://127.0.0.1:" + loop.port());
      loop.run();
    }
  }

  /** A vendor inside this process, which serves once its loop is run. */
  static HttpLoop serve(VendorSettings settings) throws IOException {
    // The queue needs the loop's timers, and the loop its handler: one of them comes first.
    HttpLoop[] loop = new HttpLoop[1];
    VendorQueue queue = new VendorQueue(settings, (millis, task) -> loop[0].after(millis, task));
    loop[0] = new HttpLoop(queue);
    return loop[0];
  }

  /** A benchmark that is stopped must not leave its vendor behind. */
  private static void endsWithInput(HttpLoop loop) {
    try (loop) {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
