// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Masking;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.media.Blobs;
import dev.mediagen.internal.media.MediaTypes;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Output;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import okhttp3.Response;

/** An output whose bytes the vendor, or a reply that was kept, gives out. */
final class EngineAsset implements MediaAsset {
  private final Provider provider;
  private final Transport transport;
  private final Executor executor;
  private final Output output;
  private final Optional<JobHandle> job;
  private final String mediaType;

  EngineAsset(
      Provider provider,
      Transport transport,
      Executor executor,
      Output output,
      Optional<JobHandle> job) {
    this.job = job;
    this.provider = provider;
    this.transport = transport;
    this.executor = executor;
    this.output = output;
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
    return output.sha256();
  }

  @Override
  public Optional<String> id() {
    return output.id();
  }

  @Override
  public Optional<URI> url() {
    return output.url().filter(url -> !"data".equals(url.getScheme())).map(this::absolute);
  }

  @Override
  public Optional<Instant> expiresAt() {
    return output.expiresAt();
  }

  @Override
  public InputStream open() throws IOException {
    if (output.blob().isPresent()) {
      return output.blob().get().open();
    }
    URI url = absolute(output.url().orElseThrow());
    if ("data".equals(url.getScheme())) {
      String text = url.getSchemeSpecificPart();
      String data = text.substring(text.indexOf(',') + 1);
      return text.substring(0, text.indexOf(',')).endsWith(";base64")
          ? new ByteArrayInputStream(Base64.getMimeDecoder().decode(data))
          : new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8));
    }
    Response response = transport.open(provider, url, Map.of());
    if (!response.isSuccessful()) {
      int status = response.code();
      response.close();
      throw failure(
          status == 404 || status == 410 ? ErrorKind.EXPIRED : ErrorKind.TRANSFER,
          "the output is not given out",
          status);
    }
    return response.body().byteStream();
  }

  @Override
  public long writeTo(OutputStream out) throws IOException {
    MessageDigest digest = sha();
    long count;
    try (InputStream in = open()) {
      count = in.transferTo(new DigestOutputStream(out, digest));
    }
    if (size().isPresent() && size().get() != count) {
      throw failure(
          ErrorKind.TRANSFER, count + " bytes came, " + size().get() + " were announced", 0);
    }
    String hex = HexFormat.of().formatHex(digest.digest());
    if (sha256().isPresent() && !sha256().get().equals(hex)) {
      throw failure(ErrorKind.TRANSFER, "the bytes do not have the announced SHA-256", 0);
    }
    return count;
  }

  @Override
  public Path writeTo(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.getParent();
    Files.createDirectories(directory);
    // Not a file of createTempFile: nobody else could read that one.
    Path part =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        writeTo(out);
      }
      move(part, target);
      return file;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
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
        executor);
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

  private URI absolute(URI url) {
    return url.isAbsolute() ? url : URI.create(provider.baseUrl("") + "/").resolve(url);
  }

  private MediaException failure(ErrorKind kind, String message, int status) {
    ErrorDetails.Builder details =
        ErrorDetails.of(kind, new Masking(provider.secrets()).text(message))
            .provider(provider.id())
            .handle(job)
            .model(job.map(JobHandle::model));
    return new MediaException((status == 0 ? details : details.httpStatus(status)).build());
  }

  private static String dataType(URI url) {
    return url.getSchemeSpecificPart().split("[;,]", 2)[0];
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
