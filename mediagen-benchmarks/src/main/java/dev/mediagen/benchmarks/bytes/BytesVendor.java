// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.bytes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/**
 * A vendor that does as little as a vendor can: it writes the same bytes again and again, as a file
 * at {@code /file/SIZE} and as base64 in JSON at {@code /json/SIZE}. Prints its address.
 */
public final class BytesVendor {
  private static final int BLOCK = 3 << 16;
  private static final byte[] RAW = new byte[BLOCK];
  private static final byte[] BASE64;
  private static final byte[] BEFORE = ascii("{\"id\":\"j1\",\"image\":\"");
  private static final byte[] AFTER = ascii("\"}");

  static {
    new Random(1).nextBytes(RAW);
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, RAW, 0, 4);
    BASE64 = Base64.getEncoder().encode(RAW);
  }

  private BytesVendor() {}

  static long jsonSize(long bytes) {
    return BEFORE.length + bytes / 3 * 4 + AFTER.length;
  }

  /** Serves until it is killed. */
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.out.println("http://127.0.0.1:" + server.getLocalPort());
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      for (String call = in.readLine(); call != null; call = in.readLine()) {
        skip(in);
        answer(call.split(" ")[1].split("/"), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Headers and body of a call, which do not matter here. */
  private static void skip(BufferedReader in) throws IOException {
    long length = 0;
    for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        length = -1;
      }
    }
    if (length >= 0) {
      skip(in, length);
      return;
    }
    for (int chunk = -1; chunk != 0; ) {
      chunk = Integer.parseInt(in.readLine(), 16);
      skip(in, chunk);
      in.readLine();
    }
  }

  private static void skip(BufferedReader in, long count) throws IOException {
    long left = count;
    while (left > 0) {
      left -= in.skip(left);
    }
  }

  private static void answer(String[] path, OutputStream out) throws IOException {
    long size = Long.parseLong(path[2]);
    if (path[1].equals("json")) {
      head(out, "application/json", jsonSize(size));
      out.write(BEFORE);
      repeat(out, BASE64, size / 3 * 4);
      out.write(AFTER);
    } else {
      head(out, "image/png", size);
      repeat(out, RAW, size);
    }
  }

  private static void head(OutputStream out, String type, long length) throws IOException {
    out.write(
        ascii(
            "HTTP/1.1 200 OK\r\nContent-Type: "
                + type
                + "\r\nETag: \"1\"\r\nContent-Length: "
                + length
                + "\r\n\r\n"));
  }

  private static void repeat(OutputStream out, byte[] block, long size) throws IOException {
    for (long left = size; left > 0; left -= block.length) {
      out.write(left >= block.length ? block : Arrays.copyOf(block, (int) left));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
