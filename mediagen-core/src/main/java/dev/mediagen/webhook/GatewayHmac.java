// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signature of an API gateway: method, path, query, the sender's name, {@code Date} and some
 * headers, a line each. The headers say which headers.
 *
 * @param accessKey the sender's name
 */
record GatewayHmac(String accessKey) implements HmacScheme.Reading {
  private static final String NONCE = "x-request-nonce";

  /** A header may be named many times, and each time it is one line more to sign. */
  private static final int MOST_HEADERS = 16;

  @Override
  public HmacScheme.Claim claim(WebhookDelivery delivery) throws Refusal {
    expect(delivery, "X-HMAC-ACCESS-KEY", accessKey);
    expect(delivery, "X-HMAC-ALGORITHM", "hmac-sha256");
    URI url = delivery.url().orElseThrow(() -> new Refusal("the URL that was called is not known"));
    String date = CheckedScheme.header(delivery, "Date");
    String signedHeaders = signedHeaders(delivery);
    String query = Objects.requireNonNullElse(url.getRawQuery(), "");
    // The vendor's example keeps the order of the URL, receivers that others wrote sort by name.
    List<Message> messages =
        Stream.of(query, sorted(query))
            .distinct()
            .map(order -> String.join("\n", delivery.method(), path(url), order, accessKey, date))
            .map(lines -> Message.of(lines + "\n" + signedHeaders))
            .toList();
    return new HmacScheme.Claim(
        Optional.of(time(date)),
        messages,
        Encoded.base64(CheckedScheme.header(delivery, "X-HMAC-SIGNATURE")));
  }

  private static String signedHeaders(WebhookDelivery delivery) throws Refusal {
    List<String> names =
        List.of(CheckedScheme.header(delivery, "X-HMAC-SIGNED-HEADERS").split(";"));
    if (names.size() > MOST_HEADERS) {
      throw new Refusal("more than " + MOST_HEADERS + " headers are signed");
    } else if (names.stream().noneMatch(NONCE::equalsIgnoreCase)) {
      throw new Refusal("the header " + NONCE + " is not signed");
    }
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      String value =
          delivery
              .header(name)
              .orElseThrow(() -> new Refusal("a header that is signed is missing"));
      lines.append(name).append(':').append(value).append('\n');
    }
    return lines.toString();
  }

  private static void expect(WebhookDelivery delivery, String name, String value) throws Refusal {
    if (!CheckedScheme.header(delivery, name).equals(value)) {
      throw new Refusal("the header " + name + " is not " + value);
    }
  }

  private static String path(URI url) {
    String path = url.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static String sorted(String query) {
    return Arrays.stream(query.split("&"))
        .sorted(Comparator.comparing(parameter -> parameter.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }

  private static Instant time(String date) throws Refusal {
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      throw new Refusal("the header Date is not a date of HTTP");
    }
  }

  @Override
  public boolean coversBody() {
    return false;
  }

  @Override
  public Optional<String> deliveryId(WebhookDelivery delivery) {
    return delivery.header(NONCE);
  }
}
