// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways in which vendors sign their deliveries. An adapter names one and fills in the vendor's
 * words; secrets, public keys and time are given when a delivery is checked.
 *
 * <p>Every scheme is immutable and thread-safe, compares in constant time, takes any of the secrets
 * it is given, and refuses whatever is missing or malformed. Where the time is signed, a delivery
 * may be five minutes old or ahead unless a scheme says otherwise. No scheme keeps a memory: a
 * delivery that is sent twice is genuine twice.
 */
public final class WebhookSchemes {
  private WebhookSchemes() {}

  /**
   * <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: OpenAI, Replicate, Kling and
   * Google's static endpoints with the prefix {@code webhook-}, senders that use Svix with {@code
   * svix-}.
   *
   * <p>A secret is base64, with or without {@code whsec_}, and checks {@code v1} signatures; one
   * that begins with {@code whpk_} is an Ed25519 public key and checks {@code v1a} signatures. One
   * good signature among the first 16 is enough; a header with more is refused.
   *
   * @param prefix how the headers {@code id}, {@code timestamp} and {@code signature} begin
   */
  public static WebhookScheme standard(String prefix) {
    return new StandardScheme(prefix, HmacKey.BASE64);
  }

  /**
   * The same where a secret without {@code whsec_} is a text whose UTF-8 bytes are the key, as the
   * client libraries of OpenAI read it.
   *
   * @param prefix how the headers {@code id}, {@code timestamp} and {@code signature} begin
   */
  public static WebhookScheme standardWithTextSecret(String prefix) {
    return new StandardScheme(prefix, HmacKey.BASE64_IF_PREFIXED);
  }

  /**
   * Ed25519 with the vendor's key set, over the lines id, user id, time and the SHA-256 of the
   * body: fal and Ideogram. The key that the header {@code Key-Id} names is tried first, then all
   * others, up to 32; the signature may be hex, base64 or base64url.
   *
   * @param prefix how the headers {@code User-Id}, {@code Timestamp}, {@code Signature} and {@code
   *     Key-Id} begin, such as {@code X-Fal-Webhook-}
   * @param idHeader the rest of the name of the header with the id, such as {@code Request-Id}
   */
  public static WebhookScheme ed25519BodyHash(String prefix, String idHeader) {
    return new HashedBodyScheme(prefix, idHeader);
  }

  /**
   * HMAC in one header with the time, {@code t=<Unix seconds>,<version>=<hex>}, over time and body.
   * ElevenLabs: {@code v0}, joined by a dot, 30 minutes old at most. OpenRouter: {@code v1}, joined
   * by a comma, five minutes. The UTF-8 bytes of the secret are the key.
   *
   * @param header the header
   * @param version the name of the signature in it
   * @param joint what stands between time and body
   * @param past how old a delivery may be
   * @param future how far ahead of our clock it may be
   */
  public static WebhookScheme stampedHmac(
      String header, String version, String joint, Duration past, Duration future) {
    return new HmacScheme(
        HmacKey.TEXT, new Window(past, future), new StampedHmac(header, version, joint));
  }

  /**
   * HMAC of the body in hex, without a time: BFL with {@code X-BFL-Signature} and {@code sha256=}.
   * A delivery stays genuine for ever. The UTF-8 bytes of the secret are the key.
   *
   * @param header the header with the signature
   * @param prefix what stands before the hex digits; may be empty
   */
  public static WebhookScheme bodyHmac(String header, String prefix) {
    return new HmacScheme(HmacKey.TEXT, Window.FIVE_MINUTES, new BodyHmac(header, prefix));
  }

  /**
   * HMAC in base64 over id, time and body with dots between them: Pollo with {@code X-Webhook-}.
   * The time may be in seconds or milliseconds. The secret is base64.
   *
   * @param prefix how the headers {@code Id}, {@code Timestamp} and {@code Signature} begin
   */
  public static WebhookScheme idStampBodyHmac(String prefix) {
    return new HmacScheme(HmacKey.BASE64, Window.FIVE_MINUTES, new IdStampBodyHmac(prefix));
  }

  /**
   * HMAC in base64 over the id of the task and the time with a dot between them: kie with {@code
   * X-Webhook-}. Of the body only that id is signed. The UTF-8 bytes of the secret are the key.
   *
   * @param prefix how the headers {@code Timestamp} and {@code Signature} begin
   * @param taskId JSON pointers to where the id may stand in the body; the first place that has one
   *     counts, so the job must be found by the same pointers in the same order
   * @throws IllegalArgumentException if one of them is not a JSON pointer
   */
  public static WebhookScheme taskStampHmac(String prefix, String... taskId) {
    return new HmacScheme(
        HmacKey.TEXT,
        Window.FIVE_MINUTES,
        new TaskStampHmac(prefix, Stream.of(taskId).map(JsonPointer::compile).toList()));
  }

  /**
   * HMAC of an API gateway over method, path, query, {@code Date} and the headers that {@code
   * X-HMAC-SIGNED-HEADERS} lists: Vidu with the access key {@code vidu}. The delivery must know the
   * URL as the vendor called it; the parameters of its query may have been signed in their order or
   * sorted by name. {@code x-request-nonce} must be among the headers. The UTF-8 bytes of the
   * secret are the key.
   *
   * @param accessKey the name by which the sender introduces itself
   */
  public static WebhookScheme gatewayHmac(String accessKey) {
    return new HmacScheme(HmacKey.TEXT, Window.FIVE_MINUTES, new GatewayHmac(accessKey));
  }

  /**
   * The secret itself in a header: Leonardo and Cog with {@code Authorization} and {@code "Bearer
   * "}, PiAPI with {@code x-webhook-secret}. A delivery stays genuine for ever.
   *
   * @param header the header
   * @param prefix what stands before the secret; may be empty
   */
  public static WebhookScheme sharedSecret(String header, String prefix) {
    return new SharedSecretScheme(header, prefix);
  }

  /**
   * A JSON web token in the header {@code signature}, signed with RS256 by a key of the vendor's
   * set: Google's webhooks for one request, with {@code webhook-}. The key is the one that the
   * token names; it must have 2048 to 8192 bits. The token must not have expired, and the header
   * {@code timestamp} must be of the last or next five minutes, though nothing signs it. Its
   * audience is not looked at.
   *
   * @param prefix how the headers {@code id}, {@code timestamp} and {@code signature} begin
   */
  public static WebhookScheme rs256Token(String prefix) {
    return new TokenScheme(prefix, Optional.empty());
  }

  /**
   * The same where the token must be meant for an audience.
   *
   * @param prefix how the headers {@code id}, {@code timestamp} and {@code signature} begin
   * @param audience what the token must have as its {@code aud}, or among them
   */
  public static WebhookScheme rs256Token(String prefix, String audience) {
    return new TokenScheme(prefix, Optional.of(audience));
  }

  /**
   * For vendors that sign nothing: the token of a {@link CallbackUrl}. The secrets are the master
   * secrets.
   */
  public static WebhookScheme callbackToken() {
    return new CallbackScheme();
  }
}
