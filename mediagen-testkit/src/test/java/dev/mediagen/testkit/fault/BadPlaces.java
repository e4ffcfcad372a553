// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import dev.mediagen.testkit.ScriptedVendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Addresses at which no call can succeed. One of each for all cells. */
final class BadPlaces implements AutoCloseable {
  static final String CLOSED = "closed";
  static final String UNKNOWN_NAME = "unknown";
  static final String NO_TLS = "no-tls";
  static final String UNTRUSTED = "untrusted";
  static final String HANGS_UP = "hangs-up";

  /** A port that is taken and not listened at: nobody else gets it, and it refuses. */
  private final SocketChannel taken;

  private final ScriptedVendor plain = new ScriptedVendor();
  private final ScriptedVendor rude = new ScriptedVendor().hangUp(Integer.MAX_VALUE);
  private final Http2Door untrusted;

  BadPlaces() {
    HeldCertificate strange =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    untrusted =
        Http2Door.resetting(
            new HandshakeCertificates.Builder().heldCertificate(strange).build().sslContext(), 0);
    try {
      taken = SocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url(String place) {
    return switch (place) {
      case CLOSED -> "http://localhost:" + taken.socket().getLocalPort();
      case UNKNOWN_NAME -> "http://nowhere.invalid";
      case NO_TLS -> plain.base().replace("http:", "https:");
      case UNTRUSTED -> untrusted.url();
      case HANGS_UP -> rude.base();
      default -> throw new IllegalArgumentException(place);
    };
  }

  @Override
  public void close() throws IOException {
    taken.close();
    plain.close();
    rude.close();
    untrusted.close();
  }
}
