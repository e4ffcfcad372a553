// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One output: bytes somewhere, with what is known of them. Lazy: nothing is downloaded before it is
 * asked for, and nothing is held in memory but by {@link #bytes}. Thread-safe. Downloading costs
 * nothing at any known vendor.
 *
 * <p>A download that breaks off, stalls, or is told to wait is taken up again, at the byte where it
 * stopped, as often as it gets on and at most five times where it does not. A URL that no longer
 * works is asked for anew where the vendor gives another. The bytes are held against the size and
 * the digest that were announced; a page of HTML, JSON or XML in the place of an image, a video or
 * a sound is a failure, and so is an output larger than {@link MediaClientBuilder#maxDownload}.
 * Failures of all these kinds are {@link dev.mediagen.error.MediaException}s of the kinds TRANSFER
 * and EXPIRED.
 */
public interface MediaAsset {
  /** The media type, for example {@code image/png}. */
  String mediaType();

  /** What the output is: image, video, audio, mask, text, model, thumbnail. */
  String role();

  /** The size in bytes, where it is known before the download. */
  Optional<Long> size();

  /** The width in pixels. */
  Optional<Integer> width();

  /** The height in pixels. */
  Optional<Integer> height();

  /** How long it plays. */
  Optional<Duration> duration();

  /** The seed that was used. */
  Optional<Long> seed();

  /**
   * The SHA-256 of the bytes, in lower-case hex: where the vendor declares it, and else from the
   * first time on that all bytes have been read through this object. Many bytes that came within a
   * reply are kept in a file of the temporary folder, which is read when this is first asked.
   *
   * @throws java.io.UncheckedIOException when that file can no longer be read
   */
  Optional<String> sha256();

  /** The vendor's id of this output, where it has one of its own. */
  Optional<String> id();

  /** Where the bytes are, when they are at a URL; it may need the provider's key to be read. */
  Optional<URI> url();

  /** When the vendor throws the bytes away, where it is known. */
  Optional<Instant> expiresAt();

  /**
   * Opens the bytes. The caller closes the stream. Blocks. A stream that breaks off goes on by
   * itself where the vendor lets it be known that the bytes are the same; where it does not,
   * reading fails, since what was read cannot be taken back.
   *
   * @throws IOException when the file cannot be read here
   * @throws dev.mediagen.error.MediaException when the vendor does not give it out
   */
  InputStream open() throws IOException;

  /**
   * Writes the bytes to a stream, which stays open. Blocks. Returns how many there were. Nothing is
   * ever written twice: see {@link #open}.
   */
  long writeTo(OutputStream out) throws IOException;

  /**
   * Writes the bytes to a channel that blocks, which stays open. Blocks. Returns how many there
   * were. Nothing is ever written twice: see {@link #open}.
   *
   * @throws java.nio.channels.IllegalBlockingModeException when the channel does not block
   */
  default long writeTo(WritableByteChannel channel) throws IOException {
    return writeTo(Channels.newOutputStream(channel));
  }

  /**
   * Writes the bytes to a file: to a temporary one beside it first, which is then moved into place,
   * so that a file of that name is always whole. Blocks. Returns the path. Where the vendor has
   * other bytes after a break, or says nothing by which they are known again, it begins anew.
   */
  Path writeTo(Path file) throws IOException;

  /** {@link #writeTo(Path)} on another thread. */
  CompletableFuture<Path> download(Path file);

  /** All bytes, for small outputs. Blocks, and holds them in memory. */
  byte[] bytes() throws IOException;

  /** The usual file name extension for the media type, without a dot: {@code png}, {@code mp4}. */
  String extension();
}
