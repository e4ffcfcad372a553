// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.Secret;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.json.ValueCodec;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.Auth.TokenExchange;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Runs the authentication strategies that adapters name, and keeps the tokens these give. */
final class Signer {
  /** What signing adds to a call. */
  record Signature(Map<String, String> headers, Map<String, String> query) {
    /** The names alone: the values are secrets. */
    @Override
    public String toString() {
      return headers.keySet() + " " + query.keySet();
    }

    static final Signature NONE = new Signature(Map.of(), Map.of());

    static Signature header(String name, String value) {
      return new Signature(Map.of(name, value), Map.of());
    }
  }

  private record Token(Secret value, Instant refreshAt) {}

  private static final Duration EARLY = Duration.ofMinutes(5);

  private final JobClock clock;
  private final Function<HttpCall, CompletableFuture<HttpReply>> send;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  Signer(JobClock clock, Function<HttpCall, CompletableFuture<HttpReply>> send) {
    this.clock = clock;
    this.send = send;
  }

  /** Signs a call of a provider in the way that holds for it. */
  CompletableFuture<Signature> sign(Auth auth, Provider provider) {
    if (auth instanceof Auth.Headers fixed) {
      return done(new Signature(fill(fixed.templates(), provider), Map.of()));
    } else if (auth instanceof Auth.Query query) {
      return done(
          provider
              .fill(query.template())
              .map(value -> new Signature(Map.of(), Map.of(query.parameter(), value)))
              .orElse(Signature.NONE));
    } else if (auth instanceof Auth.FreshId fresh) {
      return sign(fresh.with(), provider)
          .thenApply(inner -> plus(inner, Map.of(fresh.header(), UUID.randomUUID().toString())));
    } else if (auth instanceof Auth.JwtHs256 jwt) {
      Instant now = clock.now();
      String token =
          Jwt.hs256(
              require(provider, jwt.issuer()),
              require(provider, jwt.secret()),
              now.plus(jwt.lifetime()),
              now.minus(jwt.notBefore()));
      return done(Signature.header("Authorization", "Bearer " + token));
    } else if (auth instanceof Auth.Token exchanged) {
      return token(exchanged.exchange(), provider)
          .thenApply(
              token ->
                  plus(
                      Signature.header("Authorization", "Bearer " + token),
                      fill(exchanged.extra(), provider)));
    }
    return sign(firstConfigured((Auth.FirstConfigured) auth, provider), provider);
  }

  /** Forgets a token that the vendor no longer accepts. */
  void forget(Provider provider) {
    tokens.keySet().removeIf(key -> key.startsWith(owner(provider)));
  }

  private static String owner(Provider provider) {
    return provider.id() + " " + provider.account().orElse("") + " ";
  }

  private static String key(TokenExchange exchange, Provider provider) {
    return owner(provider) + exchange;
  }

  private static Auth firstConfigured(Auth.FirstConfigured auth, Provider provider) {
    return auth.choices().stream()
        .filter(choice -> configured(choice, provider))
        .findFirst()
        .orElseThrow(() -> missing(provider, "a key"));
  }

  static boolean configured(Auth auth, Provider provider) {
    if (auth instanceof Auth.Headers fixed) {
      return fixed.templates().values().stream().allMatch(t -> provider.fill(t).isPresent());
    } else if (auth instanceof Auth.Query query) {
      return provider.fill(query.template()).isPresent();
    } else if (auth instanceof Auth.FreshId fresh) {
      return configured(fresh.with(), provider);
    } else if (auth instanceof Auth.JwtHs256 jwt) {
      return provider.setting(jwt.issuer()).isPresent()
          && provider.setting(jwt.secret()).isPresent();
    } else if (auth instanceof Auth.Token token
        && token.exchange() instanceof TokenExchange.ServiceAccount account) {
      return provider.setting(account.keyFile()).isPresent();
    } else if (auth instanceof Auth.Token token
        && token.exchange() instanceof TokenExchange.ClientCredentials credentials) {
      return credentials.form().values().stream().allMatch(t -> provider.fill(t).isPresent());
    }
    return false;
  }

  private CompletableFuture<String> token(TokenExchange exchange, Provider provider) {
    String key = key(exchange, provider);
    Token kept = tokens.get(key);
    if (kept != null && clock.now().isBefore(kept.refreshAt())) {
      return CompletableFuture.completedFuture(kept.value().reveal());
    }
    return send.apply(exchangeCall(exchange, provider))
        .thenApply(
            reply -> {
              if (!reply.success()) {
                throw new MediaException(
                    ErrorDetails.of(
                            ErrorKind.AUTHENTICATION,
                            "no access token was given: "
                                + reply
                                    .at("/error_description")
                                    .or(() -> reply.at("/error"))
                                    .orElse("HTTP " + reply.status()))
                        .provider(provider.id())
                        .httpStatus(reply.status())
                        .build());
              }
              String value = reply.required("/access_token");
              long seconds = reply.json().path("expires_in").asLong(3600);
              tokens.put(
                  key, new Token(Secret.of(value), clock.now().plusSeconds(seconds).minus(EARLY)));
              return value;
            });
  }

  private HttpCall exchangeCall(TokenExchange exchange, Provider provider) {
    if (exchange instanceof TokenExchange.ClientCredentials credentials) {
      String url = provider.fill(credentials.tokenUrl()).orElse(credentials.tokenUrl());
      return HttpCall.to("POST", URI.create(url))
          .anonymous()
          .body(new HttpCall.Body.Form(fill(credentials.form(), provider)));
    }
    TokenExchange.ServiceAccount account = (TokenExchange.ServiceAccount) exchange;
    JsonNode key = keyFile(provider, require(provider, account.keyFile()));
    String tokenUri = key.path("token_uri").asText("https://oauth2.googleapis.com/token");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("assertion", Jwt.serviceAccount(key, account.scope(), tokenUri, clock.now()));
    return HttpCall.to("POST", URI.create(tokenUri)).anonymous().body(new HttpCall.Body.Form(form));
  }

  private static JsonNode keyFile(Provider provider, String pathOrJson) {
    try {
      return ValueCodec.parse(
          pathOrJson.startsWith("{") ? pathOrJson : Files.readString(Path.of(pathOrJson)));
    } catch (IOException e) {
      throw new MediaException(
          ErrorDetails.of(ErrorKind.UNCONFIGURED, "the key file cannot be read: " + e.getMessage())
              .provider(provider.id())
              .build(),
          e);
    }
  }

  private static Map<String, String> fill(Map<String, String> templates, Provider provider) {
    Map<String, String> filled = new LinkedHashMap<>();
    templates.forEach(
        (name, template) -> provider.fill(template).ifPresent(value -> filled.put(name, value)));
    return filled;
  }

  private static String require(Provider provider, String setting) {
    return provider.setting(setting).orElseThrow(() -> missing(provider, setting));
  }

  private static MediaException missing(Provider provider, String what) {
    return new MediaException(
        ErrorDetails.of(
                ErrorKind.UNCONFIGURED, what + " of " + provider.info().name() + " is not set")
            .provider(provider.id())
            .build());
  }

  private static Signature plus(Signature inner, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(inner.headers());
    all.putAll(headers);
    return new Signature(all, inner.query());
  }

  private static CompletableFuture<Signature> done(Signature signature) {
    return CompletableFuture.completedFuture(signature);
  }
}
