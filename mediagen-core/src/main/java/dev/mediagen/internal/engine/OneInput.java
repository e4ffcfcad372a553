// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaSource;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.media.Blobs;
import dev.mediagen.internal.media.MaskConversion;
import dev.mediagen.internal.media.MediaTypes;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;

/** One input: its bytes are looked at and held against the limits, and a way for them is picked. */
final class OneInput {
  private static final Set<Delivery> AS_BYTES =
      EnumSet.of(
          Delivery.DATA_URI, Delivery.BASE64, Delivery.NUMBERS, Delivery.PART, Delivery.BODY);

  private final Transport transport;
  private final Provider provider;
  private final ModelSpec model;
  private final String role;
  private final InputSpec spec;
  private final MediaKind kind;
  private final boolean hosting;

  OneInput(
      Transport transport,
      Provider provider,
      ModelSpec model,
      String role,
      InputSpec spec,
      MediaKind kind,
      boolean hosting) {
    this.transport = transport;
    this.provider = provider;
    this.model = model;
    this.role = role;
    this.spec = spec;
    this.kind = kind;
    this.hosting = hosting;
  }

  Inputs.Ready ready(MediaSource source, boolean dry) {
    if (source instanceof MediaSource.Job job) {
      boolean same =
          job.handle().model().provider().equals(provider.id())
              && job.handle().account().equals(provider.account());
      if (!same || !takes(Delivery.JOB)) {
        throw wrong(
            source,
            same
                ? "this model takes no earlier job here"
                : "is a job of another provider or account");
      }
      return plain(Input.job(role, job.handle(), job.output()));
    } else if (source instanceof MediaSource.Stored stored) {
      if (!takes(Delivery.STORED)) {
        throw wrong(source, "this model takes no stored ids here");
      }
      return plain(Input.text(role, Delivery.STORED, stored.vendorId()));
    } else if (source instanceof MediaSource.Url url) {
      return takes(Delivery.URL)
          ? plain(Input.text(role, Delivery.URL, url.url().toString()))
          : dry
              ? plain(Input.text(role, Delivery.URL, "<the bytes at " + url + ">"))
              : bytes(fetch(url), source, url.url().getPath());
    } else if (source instanceof MediaSource.Asset asset) {
      if (asset.asset() instanceof EngineAsset made
          && made.storedAt(provider)
          && spec.deliver().contains(Delivery.STORED)) {
        return plain(Input.text(role, Delivery.STORED, made.id().orElseThrow()));
      }
      boolean open =
          asset
              .asset()
              .url()
              .filter(u -> u.getScheme().startsWith("http") && !provider.owns(u))
              .isPresent();
      return open && takes(Delivery.URL)
          ? plain(Input.text(role, Delivery.URL, asset.asset().url().orElseThrow().toString()))
          : bytes(copy(asset), source, "output." + asset.asset().extension());
    } else if (source instanceof MediaSource.File file) {
      return bytes(file(file.path()), source, String.valueOf(file.path().getFileName()));
    }
    byte[] bytes = ((MediaSource.Bytes) source).bytes();
    return bytes(Blob.of(bytes), source, "");
  }

  private boolean takes(Delivery delivery) {
    return spec.deliver().isEmpty() || spec.deliver().contains(delivery);
  }

  private Inputs.Ready plain(Input input) {
    return new Inputs.Ready(input, Optional.empty());
  }

  private Inputs.Ready bytes(Blob blob, MediaSource source, String name) {
    try {
      Blob content = blob;
      String type = type(content, source, name);
      checkType(source, type);
      if (blob.size() == 0) {
        throw wrong(source, "is empty");
      }
      if (spec.maxBytes().isPresent() && blob.size() > spec.maxBytes().get()) {
        throw wrong(
            source, "has " + blob.size() + " bytes; takes at most " + spec.maxBytes().get());
      }
      if (role.equals("mask") && spec.mask() != InputSpec.Mask.WHITE) {
        content =
            spec.mask() == InputSpec.Mask.BLACK
                ? MaskConversion.whiteToBlack(content)
                : MaskConversion.whiteToTransparent(content);
        type = "image/png";
      }
      String label = spec.relabel().getOrDefault(type, type);
      String file = fileName(name, type);
      return deliver(source, content, label, file);
    } catch (IOException e) {
      throw wrong(source, "cannot be read: " + e.getMessage());
    }
  }

  private Inputs.Ready deliver(MediaSource source, Blob blob, String type, String file) {
    boolean fits = spec.maxInlineBytes().isEmpty() || blob.size() <= spec.maxInlineBytes().get();
    for (Delivery delivery : spec.deliver()) {
      if (AS_BYTES.contains(delivery) && fits) {
        return plain(Input.bytes(role, delivery, blob, type, file));
      }
      if (delivery == Delivery.UPLOAD) {
        Input input = Input.bytes(role, delivery, blob, type, file);
        return new Inputs.Ready(
            input,
            Optional.of(
                provider
                    .adapter()
                    .upload(input)
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                provider.id() + " declares an upload it does not have"))));
      }
    }
    if (hosting && takes(Delivery.URL)) {
      return plain(Input.bytes(role, Delivery.URL, blob, type, file));
    }
    String host = takes(Delivery.URL) ? ", or set an AssetHost" : "";
    throw wrong(
        source,
        fits
            ? "this model takes it only as " + words() + ": give MediaSource.url(...)" + host
            : "has "
                + blob.size()
                + " bytes; inside the call there is room for "
                + spec.maxInlineBytes().get()
                + ": give a smaller one, or a URL"
                + host);
  }

  private String words() {
    return String.join(
        ", ", spec.deliver().stream().map(d -> d.name().toLowerCase(Locale.ROOT)).toList());
  }

  private String type(Blob blob, MediaSource source, String name) throws IOException {
    return MediaTypes.sniff(Blobs.head(blob))
        .or(source::mediaType)
        .or(() -> MediaTypes.byName(name))
        .map(MediaTypes::normal)
        .orElse(MediaTypes.UNKNOWN);
  }

  private void checkType(MediaSource source, String type) {
    List<String> allowed = spec.mediaTypes().isEmpty() ? families() : spec.mediaTypes();
    boolean fits =
        allowed.isEmpty()
            || allowed.stream()
                .anyMatch(
                    a -> a.endsWith("/") ? type.startsWith(a) : MediaTypes.normal(a).equals(type));
    if (!fits) {
      throw wrong(
          source,
          "is "
              + type
              + "; takes "
              + String.join(", ", allowed).replace("/,", ",").replaceAll("/$", ""));
    }
  }

  /** What a role can be at all, where the catalogue does not say more. */
  private List<String> families() {
    return switch (role) {
      case "mask", "firstFrame", "lastFrame" -> List.of("image/");
      case "voiceSample", "soundtrack" -> List.of("audio/", "video/");
      case "source" ->
          switch (kind) {
            case IMAGE, MODEL3D -> List.of("image/");
            case VIDEO, SEGMENT, UPSCALE -> List.of("image/", "video/");
            case TRANSCRIPT, MUSIC, SOUND, SPEECH -> List.of("audio/", "video/");
          };
      default -> List.of();
    };
  }

  private Blob file(Path path) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw wrong(
          MediaSource.file(path),
          Files.exists(path)
              ? "is no readable file"
              : "is no file that exists (looked in " + path.toAbsolutePath().getParent() + ")");
    }
    try {
      return Blobs.file(path);
    } catch (IOException e) {
      throw wrong(MediaSource.file(path), "cannot be read: " + e.getMessage());
    }
  }

  /** Wherever it leads: this URL is the user's own wish, unlike those in replies. */
  private Blob fetch(MediaSource.Url url) {
    try (Response response = transport.openFor(provider, url.url())) {
      if (!response.isSuccessful()) {
        throw wrong(url, "its server answers HTTP " + response.code());
      }
      return keep(response.body().byteStream());
    } catch (IOException e) {
      throw wrong(url, "cannot be fetched: " + e.getMessage());
    }
  }

  private Blob copy(MediaSource.Asset asset) {
    try (InputStream in = asset.asset().open()) {
      return keep(in);
    } catch (IOException e) {
      throw wrong(asset, "cannot be read: " + e.getMessage());
    }
  }

  private Blob keep(InputStream in) throws IOException {
    try (Blobs.Sink sink = new Blobs.Sink()) {
      in.transferTo(sink);
      return sink.blob();
    }
  }

  private String fileName(String name, String type) {
    String plain = name.substring(name.lastIndexOf('/') + 1);
    return plain.contains(".") ? plain : role + "." + MediaTypes.extension(type);
  }

  private InvalidRequestException wrong(MediaSource source, String allowed) {
    return InvalidRequestException.of(
        model.id(), List.of(InvalidRequestException.problem(role, source, allowed)));
  }
}
