// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.media.Spill;
import dev.mediagen.spi.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one output, wherever they lie. Thread-safe: every reader has a stream of its own.
 */
public final class Download {
  private static final int BUFFER = 64 * 1024;

  private final Downloads tools;
  private final Wanted wanted;
  private final Origin origin;
  private volatile @Nullable String sha256;

  Download(Downloads tools, Wanted wanted, Optional<Again> again) {
    this.tools = tools;
    this.wanted = wanted;
    this.origin = new Origin(wanted.provider(), wanted.output(), again);
  }

  /** Where the bytes are; none when they are here already. */
  public Optional<URI> url() {
    return wanted
        .output()
        .url()
        .filter(url -> !"data".equals(url.getScheme()))
        .map(url -> origin.url());
  }

  /** Whether the output is one of this provider, at the account it has here. */
  public boolean isOf(Provider provider) {
    return wanted.provider().id().equals(provider.id())
        && wanted.provider().account().equals(provider.account());
  }

  /** The SHA-256, in lower-case hex: declared by the vendor, or found by reading all bytes. */
  public Optional<String> sha256() {
    return wanted.output().sha256().or(() -> Optional.ofNullable(sha256)).or(this::ofSpill);
  }

  private Optional<String> ofSpill() {
    try {
      return spill().isPresent() ? Optional.of(spill().get().sha256()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Spill> spill() {
    return wanted.output().blob().filter(Spill.class::isInstance).map(Spill.class::cast);
  }

  /** A stream over the bytes. */
  public InputStream open() throws IOException {
    return open(check(), () -> false);
  }

  /** Writes the bytes to a stream; returns how many there were. */
  public long writeTo(OutputStream out) throws IOException {
    Check check = check();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = open(check, () -> false)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
    return check.count();
  }

  /** Writes the bytes to a file, which is whole or not there; returns how many there were. */
  public long writeTo(Path file) throws IOException {
    if (spill().isPresent() && wanted.output().sha256().isEmpty()) {
      return copy(spill().get(), file);
    }
    Check check = check();
    byte[] buffer = new byte[BUFFER];
    try (PartFile part = new PartFile(file);
        InputStream in = open(check, part::rewind)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        part.write(buffer, 0, n);
      }
      part.finish();
    }
    return check.count();
  }

  /** What is here already goes from file to file, without a detour through this process. */
  private long copy(Spill spill, Path file) throws IOException {
    Check.size(wanted, spill.size());
    try (PartFile part = new PartFile(file)) {
      spill.copyTo(part.channel());
      part.finish();
    }
    return spill.size();
  }

  private Check check() {
    return new Check(wanted, hex -> sha256 = hex);
  }

  private InputStream open(Check check, Rewind rewind) throws IOException {
    return new CheckedStream(raw(check, rewind), check);
  }

  private InputStream raw(Check check, Rewind rewind) throws IOException {
    Optional<Blob> blob = wanted.output().blob();
    if (blob.isPresent()) {
      return blob.get().open();
    }
    URI url = wanted.output().url().orElseThrow();
    if ("data".equals(url.getScheme())) {
      return new ByteArrayInputStream(inline(url.getSchemeSpecificPart()));
    }
    Rewind all =
        () -> {
          check.restart();
          return rewind.toStart();
        };
    return new ResumingStream(tools, wanted, origin, all).begin();
  }

  private static byte[] inline(String dataUri) {
    int comma = dataUri.indexOf(',');
    String data = dataUri.substring(comma + 1);
    return dataUri.substring(0, comma).endsWith(";base64")
        ? Base64.getMimeDecoder().decode(data)
        : data.getBytes(StandardCharsets.UTF_8);
  }
}
