// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.Secret;
import dev.mediagen.webhook.CallbackUrl;
import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookScheme;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Signs deliveries as a vendor does, for each scheme of {@code WebhookSchemes} by the same name and
 * parameters. Each signer makes a secret or a key pair of its own. Immutable and thread-safe.
 *
 * <pre>{@code
 * FakeClock clock = new FakeClock();
 * WebhookSigner vendor = WebhookSigner.standard("webhook-").withId("msg_1");
 * WebhookDelivery delivery = vendor.deliver("{\"id\":\"job-7\",\"status\":\"succeeded\"}", clock.now());
 *
 * WebhookScheme scheme = WebhookSchemes.standard("webhook-");
 * assertTrue(scheme.verify(delivery, vendor.keys(clock.now())).genuine());
 * assertFalse(scheme.verify(delivery, vendor.keys(clock.now().plusSeconds(301))).genuine());
 * }</pre>
 */
public final class WebhookSigner {
  private static final String KEY_ID = "key-1";
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final Duration URL_LIFE = Duration.ofDays(1);

  /** One delivery before it is signed. */
  private record Parcel(String id, URI url, String body, Instant at, Secret secret) {
    String seconds() {
      return Long.toString(at.getEpochSecond());
    }

    WebhookDelivery with(Map<String, String> headers) {
      return WebhookDelivery.of(headers, bytes(body)).at(url);
    }

    byte[] textHmac(String message) {
      return SigningKeys.hmac(bytes(secret.reveal()), bytes(message));
    }

    byte[] base64Hmac(String message) {
      String text = secret.reveal().replaceFirst("^whsec_", "");
      return SigningKeys.hmac(Base64.getDecoder().decode(text), bytes(message));
    }
  }

  private interface Recipe {
    WebhookDelivery sign(Parcel parcel);
  }

  private final Recipe recipe;
  private final Secret secret;
  private final String keySet;
  private final String id;
  private final URI url;

  private WebhookSigner(Recipe recipe, Secret secret, String keySet, String id, URI url) {
    this.recipe = recipe;
    this.secret = secret;
    this.keySet = keySet;
    this.id = id;
    this.url = url;
  }

  private static WebhookSigner sharing(String secret, Recipe recipe) {
    return new WebhookSigner(
        recipe, Secret.of(secret), "", "delivery-1", URI.create("https://app.example/hooks"));
  }

  private static WebhookSigner publishing(String keySet, Recipe recipe) {
    WebhookSigner signer = sharing("", recipe);
    return new WebhookSigner(recipe, signer.secret, keySet, signer.id, signer.url);
  }

  private static String randomText() {
    return SigningKeys.hex(SigningKeys.random(32));
  }

  private static String randomBase64() {
    return SigningKeys.base64(SigningKeys.random(32));
  }

  /** {@code v1} signatures of Standard Webhooks, with a {@code whsec_} secret. */
  public static WebhookSigner standard(String prefix) {
    return sharing(
        "whsec_" + randomBase64(),
        p -> p.with(standard(prefix, p, "v1," + SigningKeys.base64(p.base64Hmac(dotted(p))))));
  }

  /** The same with a secret that is a text. */
  public static WebhookSigner standardWithTextSecret(String prefix) {
    return sharing(
        randomText(),
        p -> p.with(standard(prefix, p, "v1," + SigningKeys.base64(p.textHmac(dotted(p))))));
  }

  /** {@code v1a} signatures of Standard Webhooks; the secret is a {@code whpk_} public key. */
  public static WebhookSigner standardWithKeyPair(String prefix) {
    KeyPair pair = SigningKeys.ed25519();
    return sharing(
        "whpk_" + SigningKeys.base64(SigningKeys.bare(pair)),
        p -> {
          byte[] signature = SigningKeys.sign(pair, "Ed25519", bytes(dotted(p)));
          return p.with(standard(prefix, p, "v1a," + SigningKeys.base64(signature)));
        });
  }

  /** Ed25519 over id, user, time and hash of the body; the signature is hex, the user "user-1". */
  public static WebhookSigner ed25519BodyHash(String prefix, String idHeader) {
    KeyPair pair = SigningKeys.ed25519();
    return publishing(
        SigningKeys.ed25519Set(pair, KEY_ID),
        p -> {
          String hash = SigningKeys.sha256(bytes(p.body()));
          String message = String.join("\n", p.id(), "user-1", p.seconds(), hash);
          byte[] signature = SigningKeys.sign(pair, "Ed25519", bytes(message));
          return p.with(
              Map.of(
                  prefix + idHeader, p.id(),
                  prefix + "User-Id", "user-1",
                  prefix + "Timestamp", p.seconds(),
                  prefix + "Key-Id", KEY_ID,
                  prefix + "Signature", SigningKeys.hex(signature)));
        });
  }

  /** HMAC in one header with the time. */
  public static WebhookSigner stampedHmac(String header, String version, String joint) {
    return sharing(
        randomText(),
        p -> {
          String signature = SigningKeys.hex(p.textHmac(p.seconds() + joint + p.body()));
          return p.with(Map.of(header, "t=" + p.seconds() + "," + version + "=" + signature));
        });
  }

  /** HMAC of the body in hex. */
  public static WebhookSigner bodyHmac(String header, String prefix) {
    return sharing(
        randomText(), p -> p.with(Map.of(header, prefix + SigningKeys.hex(p.textHmac(p.body())))));
  }

  /** HMAC over id, time in seconds and body. */
  public static WebhookSigner idStampBodyHmac(String prefix) {
    return sharing(
        randomBase64(),
        p ->
            p.with(
                Map.of(
                    prefix + "Id", p.id(),
                    prefix + "Timestamp", p.seconds(),
                    prefix + "Signature", SigningKeys.base64(p.base64Hmac(dotted(p))))));
  }

  /** HMAC over task and time; the signer's id is the task's, and the body must have it too. */
  public static WebhookSigner taskStampHmac(String prefix) {
    return sharing(
        randomText(),
        p ->
            p.with(
                Map.of(
                    prefix + "Timestamp",
                    p.seconds(),
                    prefix + "Signature",
                    SigningKeys.base64(p.textHmac(p.id() + "." + p.seconds())))));
  }

  /** HMAC of an API gateway; the query is signed as it stands, the signer's id is the nonce. */
  public static WebhookSigner gatewayHmac(String accessKey) {
    return sharing(randomText(), p -> gateway(accessKey, p));
  }

  /** The secret itself in a header. */
  public static WebhookSigner sharedSecret(String header, String prefix) {
    return sharing(randomText(), p -> p.with(Map.of(header, prefix + p.secret().reveal())));
  }

  /** A token signed with RS256, good for an hour. */
  public static WebhookSigner rs256Token(String prefix, String audience) {
    KeyPair pair = SigningKeys.rsa();
    return publishing(
        SigningKeys.rsaSet(pair, KEY_ID),
        p -> {
          String head = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}";
          long end = p.at().plus(TOKEN_LIFE).getEpochSecond();
          String claims = "{\"aud\":\"" + audience + "\",\"exp\":" + end + "}";
          String signed = SigningKeys.base64Url(head) + "." + SigningKeys.base64Url(claims);
          byte[] signature = SigningKeys.sign(pair, "SHA256withRSA", bytes(signed));
          return p.with(standard(prefix, p, signed + "." + SigningKeys.base64Url(signature)));
        });
  }

  /** A callback URL, good for a day; the signer's id is the job's. */
  public static WebhookSigner callbackToken() {
    return sharing(
        randomText(),
        p ->
            p.with(Map.of())
                .at(CallbackUrl.sign(p.url(), p.id(), p.at().plus(URL_LIFE), p.secret())));
  }

  /** The same signer for deliveries of another id; {@code delivery-1} unless it is set. */
  public WebhookSigner withId(String newId) {
    return new WebhookSigner(recipe, secret, keySet, newId, url);
  }

  /** The same signer for another URL; {@code https://app.example/hooks} unless it is set. */
  public WebhookSigner withUrl(URI newUrl) {
    return new WebhookSigner(recipe, secret, keySet, id, newUrl);
  }

  /**
   * The same signer with another secret, for schemes that share one.
   *
   * @throws IllegalStateException if this signer signs with a key pair
   */
  public WebhookSigner withSecret(Secret newSecret) {
    if (!keySet.isEmpty() || secret.reveal().startsWith("whpk_")) {
      throw new IllegalStateException("this scheme has a key pair, not a secret");
    }
    return new WebhookSigner(recipe, newSecret, keySet, id, url);
  }

  /** The secret that a receiver must know; for schemes with a key set an empty one. */
  public Secret secret() {
    return secret;
  }

  /** The JWK set that a receiver must know; for schemes with a secret an empty text. */
  public String keySet() {
    return keySet;
  }

  /** All that a receiver must know at a time. */
  public WebhookScheme.Keys keys(Instant now) {
    return new WebhookScheme.Keys(
        secret.reveal().isEmpty() ? List.of() : List.of(secret), keySet, now);
  }

  /** A delivery of this body that is signed at this time. */
  public WebhookDelivery deliver(String body, Instant at) {
    return recipe.sign(new Parcel(id, url, body, at, secret));
  }

  private static String dotted(Parcel p) {
    return p.id() + "." + p.seconds() + "." + p.body();
  }

  private static Map<String, String> standard(String prefix, Parcel p, String signature) {
    return Map.of(
        prefix + "id", p.id(), prefix + "timestamp", p.seconds(), prefix + "signature", signature);
  }

  private static WebhookDelivery gateway(String accessKey, Parcel p) {
    String date =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .format(p.at().atOffset(ZoneOffset.UTC));
    String query = Objects.requireNonNullElse(p.url().getRawQuery(), "");
    String signed =
        String.join("\n", "POST", p.url().getRawPath(), query, accessKey, date)
            + ("\nDate:" + date)
            + ("\nx-request-nonce:" + p.id() + "\n");
    return p.with(
        Map.of(
            "Date",
            date,
            "x-request-nonce",
            p.id(),
            "X-HMAC-ACCESS-KEY",
            accessKey,
            "X-HMAC-ALGORITHM",
            "hmac-sha256",
            "X-HMAC-SIGNED-HEADERS",
            "Date;x-request-nonce",
            "X-HMAC-SIGNATURE",
            SigningKeys.base64(p.textHmac(signed))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
