// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.ScriptedVendor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What goes over the wire, byte for byte, seen from a bare socket. */
class ScriptedVendorTest {
  private static final int PATIENCE_MILLIS = 200;

  @AutoClose private final ScriptedVendor vendor = new ScriptedVendor();

  private Socket connect() throws IOException {
    Socket socket = new Socket("localhost", URI.create(vendor.base()).getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void send(Socket socket, String call) throws IOException {
    socket.getOutputStream().write(call.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String all(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** The whole of what comes after a GET, up to the end of the connection. */
  private String got(Reply reply) throws IOException {
    vendor.on("GET /x", reply);
    vendor.on("GET /end", Reply.cut());
    try (Socket socket = connect()) {
      send(socket, "GET /x HTTP/1.1\r\n\r\nGET /end HTTP/1.1\r\n\r\n");
      return all(socket.getInputStream());
    }
  }

  @Test
  void a_reply_says_how_long_it_is_unless_it_is_chunked() throws IOException {
    assertThat(got(Reply.json("{}")))
        .isEqualTo(
            "HTTP/1.1 200 \r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(got(Reply.text(201, "text/plain", "abcde").drip(2, Duration.ofMillis(1)).chunked()))
        .isEqualTo(
            "HTTP/1.1 201 \r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\nab\r\n2\r\ncd\r\n1\r\ne\r\n0\r\n\r\n");
  }

  @Test
  void a_reply_breaks_off_where_it_was_told_to() throws IOException {
    Reply reply = Reply.text(200, "text/plain", "abcdef");
    String head = "HTTP/1.1 200 \r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\n";

    assertThat(got(Reply.cut())).isEmpty();
    assertThat(got(reply.cutInHeaders())).isEqualTo(head.substring(0, head.length() / 2));
    assertThat(got(reply.cutInBody())).isEqualTo(head + "abc");
    assertThat(got(reply.cutAfter(0))).isEqualTo(head);
    assertThat(got(reply.cutAfter(4))).isEqualTo(head + "abcd");
  }

  @Test
  void a_reply_that_stalls_says_no_more_and_stays_connected() throws IOException {
    vendor.on("GET /x", Reply.text(200, "text/plain", "abcdef").stallAfter(2));
    try (Socket socket = connect()) {
      send(socket, "GET /x HTTP/1.1\r\n\r\n");
      InputStream in = socket.getInputStream();
      String head = "HTTP/1.1 200 \r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\n";

      assertThat(new String(in.readNBytes(head.length() + 2), StandardCharsets.ISO_8859_1))
          .endsWith("\r\n\r\nab");
      assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_call_that_was_not_read_to_its_end_is_no_call() throws IOException {
    vendor.on("POST /x", Reply.cutWhileReading(2), Reply.json("{}"));
    try (Socket socket = connect()) {
      send(socket, "POST /x HTTP/1.1\r\nContent-Length: 4\r\n\r\nab");
      assertThat(all(socket.getInputStream())).isEmpty();
    }
    assertThat(vendor.calls()).isEmpty();

    try (Socket socket = connect()) {
      send(socket, "POST /x HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd");
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    assertThat(vendor.calls("POST /x"))
        .extracting(RecordedCall::body)
        .containsExactly("abcd".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_chunked_call_is_put_together() throws IOException {
    vendor.on("POST /x", Reply.json("{}"));
    try (Socket socket = connect()) {
      send(
          socket,
          "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n");
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    assertThat(vendor.calls("POST /x").get(0).body())
        .isEqualTo("abcd".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void connections_are_closed_as_soon_as_they_are_made_as_often_as_was_said() throws IOException {
    vendor.hangUp(1).on("GET /x", Reply.json("{}"));
    try (Socket socket = connect()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    try (Socket socket = connect()) {
      send(socket, "GET /x HTTP/1.1\r\n\r\n");
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }

  @Test
  void a_hundred_megabytes_are_held_nowhere() throws IOException {
    long size = 100_000_000;
    vendor.on("GET /x", Reply.json("[0").padded(",0", size));
    try (Socket socket = connect()) {
      send(socket, "GET /x HTTP/1.1\r\n\r\n");
      socket.shutdownOutput();
      long count = socket.getInputStream().transferTo(OutputStream.nullOutputStream());

      assertThat(count).isBetween(size, size + 200);
    }
  }

  @Test
  void bytes_that_are_called_text_stay_as_they_are() throws IOException {
    String reply = got(Reply.png().header("Content-Type", "text/plain"));

    byte[] bytes = reply.getBytes(StandardCharsets.ISO_8859_1);
    int length = Samples.png().length;
    assertThat(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length))
        .isEqualTo(Samples.png());
  }

  @Test
  void an_answer_can_follow_from_the_call() throws IOException {
    vendor.on("GET /*", call -> Reply.text(200, "text/plain", "you asked " + call.target()));
    vendor.on("GET /end", Reply.cut());
    try (Socket socket = connect()) {
      send(socket, "GET /a?b=c HTTP/1.1\r\n\r\n");
      socket.shutdownOutput();

      assertThat(all(socket.getInputStream())).endsWith("you asked /a?b=c");
    }
  }

  /** A client that speaks TLS to a plain port was left waiting for an answer that never came. */
  @Test
  void what_is_not_http_is_hung_up_on() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(new byte[] {22, 3, 1});
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void nothing_keeps_a_stalled_connection_when_the_vendor_is_closed() throws IOException {
    vendor.on("GET /x", Reply.stall());
    try (Socket socket = connect()) {
      send(socket, "GET /x HTTP/1.1\r\n\r\n");
      assertThatThrownBy(socket.getInputStream()::read).isInstanceOf(SocketTimeoutException.class);
      assertThat(vendor.connections()).isEqualTo(1);

      vendor.close();

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }
}
