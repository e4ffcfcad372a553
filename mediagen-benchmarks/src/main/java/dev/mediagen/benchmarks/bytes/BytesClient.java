// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.bytes;

import dev.mediagen.MediaClient;
import dev.mediagen.image.ImageRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One run in a JVM of its own; prints the nanoseconds it took and the peak of the heap. */
public final class BytesClient {
  /** As in a service that runs for a while: the compiler works beside, on the same processors. */
  private static final int WARM_UPS = 3;

  private static final long WARM_UP = 256L << 20;

  private BytesClient() {}

  /** The arguments are the way, the vendor's address and the file to write. */
  public static void main(String[] args) throws IOException {
    Way way = Way.valueOf(args[0]);
    Path file = Path.of(args[2]);
    for (int i = 0; i < WARM_UPS; i++) {
      copy(way, args[1], WARM_UP / 3 * 3, file);
      // To replace a file costs more than to make one: file systems write the new one out at once.
      Files.delete(file);
    }
    long start = System.nanoTime();
    copy(way, args[1], way.outputSize(), file);
    System.out.println((System.nanoTime() - start) + " " + heap());
  }

  private static void copy(Way way, String base, long size, Path file) throws IOException {
    String url = base + (way.isJson() ? "/json/" : "/file/") + size;
    if (!way.isAsset()) {
      bare(url, way.isJson(), file);
      return;
    }
    try (MediaClient client =
        MediaClient.builder()
            .discover(false)
            .adapter(new BytesAdapter(url, way.isJson()))
            .provider("bytes", settings -> settings.baseUrl(base))
            .build()) {
      client
          .generate(ImageRequest.builder().model("bytes/m").prompt("many bytes").build())
          .join()
          .image()
          .writeTo(file);
    }
  }

  private static void bare(String url, boolean post, Path file) throws IOException {
    OkHttpClient client = new OkHttpClient();
    Request.Builder request = new Request.Builder().url(url).header("Accept-Encoding", "identity");
    if (post) {
      request.post(RequestBody.create(new byte[0]));
    }
    try (Response response = client.newCall(request.build()).execute();
        OutputStream out = Files.newOutputStream(file)) {
      response.body().byteStream().transferTo(out);
    }
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
