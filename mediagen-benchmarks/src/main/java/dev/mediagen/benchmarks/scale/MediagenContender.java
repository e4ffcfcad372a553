// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaListener;
import dev.mediagen.benchmarks.vendor.BenchProvider;
import dev.mediagen.image.ImageRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The library, used as a program uses it. */
final class MediagenContender implements Contender<ImageRequest> {
  private final AtomicInteger accepted = new AtomicInteger();
  private final MediaClient client;

  MediagenContender(String vendor) {
    client =
        MediaClient.builder()
            .discover(false)
            .adapter(new BenchProvider())
            .provider("bench", settings -> settings.baseUrl(vendor).apiKey("a-key"))
            .listener(
                new MediaListener() {
                  @Override
                  public void onAccepted(JobHandle job) {
                    accepted.incrementAndGet();
                  }
                })
            .build();
  }

  @Override
  public ImageRequest request(Job job) {
    ImageRequest.Builder request =
        ImageRequest.builder()
            .model(job.millis() > 0 ? "bench/long" : "bench/picture")
            .prompt(job.prompt())
            .width(1024)
            .height(1024)
            .seed((long) job.index());
    if (job.millis() > 0) {
      request.option("millis", job.millis());
    }
    if (job.stallMillis() > 0) {
      request.option("stall_millis", job.stallMillis());
    }
    return request.build();
  }

  @Override
  public CompletableFuture<String> start(ImageRequest request) {
    return client.generate(request).thenApply(result -> result.jobs().get(0).jobId());
  }

  @Override
  public int accepted() {
    return accepted.get();
  }

  @Override
  public void close() {
    client.close();
  }
}
