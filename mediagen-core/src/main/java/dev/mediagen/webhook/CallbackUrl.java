// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import dev.mediagen.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * URLs for callbacks that nobody can guess, each for one job and for a while: {@code job} is the
 * job, {@code exp} the end in Unix seconds, {@code t} a token over both, made with a master secret.
 * It tells which job a delivery is about, and that the sender was told this URL. Vendors may log
 * and echo it, so where nothing else is signed, ask the vendor before you believe the body.
 */
public final class CallbackUrl {
  private static final String JOB = "job";
  private static final String EXPIRES = "exp";
  private static final String TOKEN = "t";

  private CallbackUrl() {}

  /**
   * A URL for the news of one job.
   *
   * @param base where the receiver listens; it may have a query
   * @param jobId any text that names the job to the receiver
   * @param expires until when deliveries are taken, to the second
   * @param master a random text of at least 32 characters that all receivers share
   * @throws IllegalArgumentException if the base has a fragment or one of the parameters {@code
   *     job}, {@code exp} and {@code t} already, or if the master secret is empty
   */
  public static URI sign(URI base, String jobId, Instant expires, Secret master) {
    if (base.getRawFragment() != null
        || Stream.of(JOB, EXPIRES, TOKEN).anyMatch(name -> !values(base, name).isEmpty())) {
      throw new IllegalArgumentException(
          "the callback URL must have no fragment and no parameter job, exp or t of its own");
    }
    String until = Long.toString(expires.getEpochSecond());
    byte[] token =
        token(jobId, until, master)
            .orElseThrow(() -> new IllegalArgumentException("the master secret is empty"));
    return URI.create(
        base
            + (base.getRawQuery() == null ? "?" : "&")
            + (JOB + "=" + URLEncoder.encode(jobId, StandardCharsets.UTF_8).replace("+", "%20"))
            + ("&" + EXPIRES + "=" + until)
            + ("&" + TOKEN + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(token)));
  }

  /**
   * The job that a delivery is about; empty unless its URL carries a token that this master secret
   * made and that has not expired. Never throws, whatever the URL is.
   */
  public static Optional<String> job(WebhookDelivery delivery, Secret master, Instant now) {
    try {
      return Optional.of(check(delivery, List.of(master), now));
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  /** The job, by the token of any of these master secrets. */
  static String check(WebhookDelivery delivery, List<Secret> masters, Instant now) throws Refusal {
    URI url = delivery.url().orElseThrow(() -> new Refusal("the URL that was called is not known"));
    String job = parameter(url, JOB);
    String until = parameter(url, EXPIRES);
    // Only digits pass: so there is no dot in the time, and no two pairs sign the same text.
    Instant expires = Window.seconds(until);
    byte[] token =
        Encoded.base64Url(parameter(url, TOKEN))
            .orElseThrow(() -> new Refusal("the token of the URL cannot be read"));
    boolean genuine = false;
    for (Secret master : masters) {
      genuine |=
          token(job, until, master)
              .filter(expected -> MessageDigest.isEqual(expected, token))
              .isPresent();
    }
    if (!genuine) {
      throw new Refusal("the token of the URL is not ours");
    } else if (now.getEpochSecond() > expires.getEpochSecond()) {
      throw new Refusal("the URL has expired");
    }
    return job;
  }

  private static Optional<byte[]> token(String jobId, String until, Secret master) {
    return HmacKey.TEXT.of(master).map(Message.of(jobId + "." + until)::hmacSha256);
  }

  private static String parameter(URI url, String name) throws Refusal {
    List<String> values = values(url, name);
    if (values.size() != 1) {
      // Of two values, one reader takes the first and another the last.
      throw new Refusal("the URL must have the parameter " + name + " once");
    }
    try {
      return URLDecoder.decode(values.get(0), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal("the parameter " + name + " of the URL cannot be read");
    }
  }

  private static List<String> values(URI url, String name) {
    return Stream.of(Objects.requireNonNullElse(url.getRawQuery(), "").split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .toList();
  }
}
