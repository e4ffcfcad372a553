// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.error.InvalidRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the bytes of an input are: a file, a URL, bytes at hand, an earlier job, or something the
 * vendor stores already. Immutable; nothing is read before the request is sent.
 */
public abstract sealed class MediaSource {
  private MediaSource() {}

  /** A file on this machine. It is streamed, not loaded. */
  public static MediaSource file(Path path) {
    return new File(path);
  }

  /**
   * A public http or https URL; a vendor that takes URLs gets it as it is. For any other it is
   * fetched from here, wherever it leads: a service that takes URLs from strangers must look at
   * them first, lest they name hosts of its own network.
   */
  public static MediaSource url(String url) {
    try {
      return url(new URI(url));
    } catch (URISyntaxException e) {
      throw InvalidRequestException.of("url", url, "an absolute http or https URL");
    }
  }

  /**
   * A public http or https URL; a vendor that takes URLs gets it as it is. For any other it is
   * fetched from here, wherever it leads: a service that takes URLs from strangers must look at
   * them first, lest they name hosts of its own network.
   */
  public static MediaSource url(URI url) {
    String scheme = url.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw InvalidRequestException.of("url", url, "an absolute http or https URL");
    }
    return new Url(url);
  }

  /** Bytes at hand, with their media type, for example {@code image/png}. The array is copied. */
  public static MediaSource bytes(byte[] bytes, String mediaType) {
    return new Bytes(bytes.clone(), mediaType);
  }

  /** An output of an earlier job; a vendor that takes URLs gets its URL, others its bytes. */
  public static MediaSource asset(MediaAsset asset) {
    return new Asset(asset);
  }

  /**
   * An earlier job of the same vendor and account, to be extended, varied or upscaled there.
   *
   * @param output which of its outputs, counted from 0
   */
  public static MediaSource job(JobHandle handle, int output) {
    return new Job(handle, output);
  }

  /** Something the vendor stores already, by the vendor's own id, for example a file id. */
  public static MediaSource stored(String vendorId) {
    return new Stored(vendorId);
  }

  /** A URL when the text begins with http:// or https://, else the path of a file. */
  public static MediaSource of(String pathOrUrl) {
    return pathOrUrl.startsWith("http://") || pathOrUrl.startsWith("https://")
        ? url(pathOrUrl)
        : file(Path.of(pathOrUrl));
  }

  /** The media type, where it is known without reading. */
  public Optional<String> mediaType() {
    return Optional.empty();
  }

  /** A file on this machine. */
  public static final class File extends MediaSource {
    private final Path path;

    private File(Path path) {
      this.path = path;
    }

    /** Where it is. */
    public Path path() {
      return path;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof File that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A public URL. */
  public static final class Url extends MediaSource {
    private final URI url;

    private Url(URI url) {
      this.url = url;
    }

    /** The address. */
    public URI url() {
      return url;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Url that && url.equals(that.url);
    }

    @Override
    public int hashCode() {
      return url.hashCode();
    }

    @Override
    public String toString() {
      return url.getScheme() + "://" + url.getAuthority() + url.getPath();
    }
  }

  /** Bytes at hand. */
  public static final class Bytes extends MediaSource {
    private final byte[] bytes;
    private final String mediaType;

    private Bytes(byte[] bytes, String mediaType) {
      this.bytes = bytes;
      this.mediaType = mediaType;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** How many there are. */
    public int size() {
      return bytes.length;
    }

    @Override
    public Optional<String> mediaType() {
      return Optional.of(mediaType);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that
          && mediaType.equals(that.mediaType)
          && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return bytes.length + " bytes of " + mediaType;
    }
  }

  /** An output of an earlier job. */
  public static final class Asset extends MediaSource {
    private final MediaAsset asset;

    private Asset(MediaAsset asset) {
      this.asset = asset;
    }

    /** The output. */
    public MediaAsset asset() {
      return asset;
    }

    @Override
    public Optional<String> mediaType() {
      return Optional.of(asset.mediaType());
    }

    @Override
    public String toString() {
      return "output " + asset;
    }
  }

  /** An earlier job. */
  public static final class Job extends MediaSource {
    private final JobHandle handle;
    private final int output;

    private Job(JobHandle handle, int output) {
      this.handle = handle;
      this.output = output;
    }

    /** Its handle. */
    public JobHandle handle() {
      return handle;
    }

    /** Which of its outputs, counted from 0. */
    public int output() {
      return output;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Job that && output == that.output && handle.equals(that.handle);
    }

    @Override
    public int hashCode() {
      return handle.hashCode() + output;
    }

    @Override
    public String toString() {
      return "output " + output + " of job " + handle.jobId();
    }
  }

  /** Something the vendor stores already. */
  public static final class Stored extends MediaSource {
    private final String vendorId;

    private Stored(String vendorId) {
      this.vendorId = vendorId;
    }

    /** The vendor's id of it. */
    public String vendorId() {
      return vendorId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Stored that && vendorId.equals(that.vendorId);
    }

    @Override
    public int hashCode() {
      return vendorId.hashCode();
    }

    @Override
    public String toString() {
      return "stored " + vendorId;
    }
  }
}
