// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaListener;
import dev.mediagen.internal.download.Download;
import dev.mediagen.internal.download.Downloads;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.media.Blobs;
import dev.mediagen.internal.media.MediaTypes;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An output whose bytes the vendor, or a reply that was kept, gives out. */
final class EngineAsset implements MediaAsset {
  private final Output output;
  private final Download download;
  private final Downloads tools;
  private final MediaListener told;
  private final String mediaType;

  EngineAsset(Output output, Download download, Downloads tools, MediaListener told) {
    this.output = output;
    this.download = download;
    this.tools = tools;
    this.told = told;
    this.mediaType = type(output);
  }

  private static String type(Output output) {
    Optional<String> seen = output.blob().flatMap(EngineAsset::sniff);
    Optional<String> named = output.url().map(URI::getPath).flatMap(MediaTypes::byName);
    Optional<String> inline =
        output.url().filter(url -> "data".equals(url.getScheme())).map(EngineAsset::dataType);
    return seen.or(output::mediaType)
        .or(() -> inline)
        .or(() -> named)
        .map(MediaTypes::normal)
        .orElse(MediaTypes.UNKNOWN);
  }

  private static Optional<String> sniff(Blob blob) {
    try {
      return MediaTypes.sniff(Blobs.head(blob));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  @Override
  public String role() {
    return output.role();
  }

  @Override
  public Optional<Long> size() {
    return output.blob().map(Blob::size).or(output::size);
  }

  @Override
  public Optional<Integer> width() {
    return output.width();
  }

  @Override
  public Optional<Integer> height() {
    return output.height();
  }

  @Override
  public Optional<Duration> duration() {
    return output.duration();
  }

  @Override
  public Optional<Long> seed() {
    return output.seed();
  }

  @Override
  public Optional<String> sha256() {
    return download.sha256();
  }

  @Override
  public Optional<String> id() {
    return output.id();
  }

  /** Whether a provider made this output and knows it by an id of its own. */
  boolean storedAt(Provider provider) {
    return output.id().isPresent() && download.isOf(provider);
  }

  @Override
  public Optional<URI> url() {
    return download.url();
  }

  @Override
  public Optional<Instant> expiresAt() {
    return output.expiresAt();
  }

  @Override
  public InputStream open() throws IOException {
    return download.open();
  }

  @Override
  public long writeTo(OutputStream out) throws IOException {
    Instant start = tools.clock().now();
    return whole(download.writeTo(out), start);
  }

  @Override
  public Path writeTo(Path file) throws IOException {
    Instant start = tools.clock().now();
    whole(download.writeTo(file), start);
    return file;
  }

  private long whole(long bytes, Instant start) {
    told.onDownload(this, bytes, Duration.between(start, tools.clock().now()));
    return bytes;
  }

  @Override
  public CompletableFuture<Path> download(Path file) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return writeTo(file);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        tools.executor());
  }

  @Override
  public byte[] bytes() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  @Override
  public String extension() {
    return MediaTypes.extension(mediaType);
  }

  @Override
  public String toString() {
    return role() + " " + mediaType + url().map(u -> " at " + u.getHost()).orElse("");
  }

  private static String dataType(URI url) {
    return url.getSchemeSpecificPart().split("[;,]", 2)[0];
  }
}
