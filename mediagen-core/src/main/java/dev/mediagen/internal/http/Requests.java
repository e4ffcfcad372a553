// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.HttpCall;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Calls as the HTTP client takes them, and as people may see them. */
final class Requests {
  private Requests() {}

  /** A call as it is sent. */
  static Request of(@Nullable Provider provider, HttpCall call, Signer.Signature signature) {
    return of(url(provider, call), call, signature);
  }

  /** A call to its {@link #url}, where that is known already. */
  static Request of(HttpUrl url, HttpCall call, Signer.Signature signature) {
    HttpUrl signed = url;
    if (!signature.query().isEmpty()) {
      HttpUrl.Builder more = url.newBuilder();
      signature.query().forEach(more::addQueryParameter);
      signed = more.build();
    }
    Request.Builder request =
        new Request.Builder().url(signed).header("User-Agent", "mediagen-java");
    call.headers().forEach(request::header);
    signature.headers().forEach((name, value) -> sign(request, name, value));
    return request.method(call.method(), Bodies.of(call)).build();
  }

  /** OkHttp quotes a value that no header can carry, so its own exception is not passed on. */
  private static void sign(Request.Builder request, String name, String value) {
    try {
      request.header(name, value);
    } catch (IllegalArgumentException e) {
      throw new MediaException(
          ErrorDetails.of(
                  ErrorKind.UNCONFIGURED,
                  "the header "
                      + name
                      + " cannot carry the key: it has a character that is no text")
              .advice("check the provider's key for line breaks and the like")
              .build());
    }
  }

  /** The full URL of a call. */
  static HttpUrl url(@Nullable Provider provider, HttpCall call) {
    HttpUrl url =
        call.absolute()
            .map(Requests::given)
            .or(
                () ->
                    Optional.ofNullable(provider)
                        .map(p -> HttpUrl.get(p.baseUrl(call.base()) + call.path())))
            .orElseThrow();
    if (call.query().isEmpty()) {
      return url;
    }
    HttpUrl.Builder more = url.newBuilder();
    call.query().forEach(more::addQueryParameter);
    return more.build();
  }

  private static HttpUrl given(URI url) {
    HttpUrl http = HttpUrl.parse(url.toString());
    if (http == null) {
      throw new OutOfReachException(String.valueOf(url.getHost()), OutOfReachException.NO_HTTP)
          .asFailure();
    }
    return http;
  }

  /** A call as it would be sent, secrets masked. */
  static Transport.Shown show(Provider provider, HttpCall call) {
    Masking masking = new Masking(provider.secrets());
    HttpUrl url = url(provider, call);
    Signer.Signature signature =
        call.isAnonymous() || !provider.owns(url)
            ? Signer.Signature.NONE
            : ShownAuth.of(provider.auth(call, url), provider);
    Request request = of(provider, call, signature);
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            header -> {
              String name = header.getFirst();
              boolean shownAlready = signature.headers().containsKey(name);
              headers.put(
                  name,
                  shownAlready ? header.getSecond() : masking.header(name, header.getSecond()));
            });
    if (request.body() != null && request.body().contentType() != null) {
      String type = request.body().contentType().toString();
      headers.put("Content-Type", type.replaceAll("boundary=.*", "boundary=..."));
    }
    return new Transport.Shown(
        call.method(),
        masking.text(request.url().toString()),
        headers,
        call.body().map(Bodies::show).map(masking::text));
  }
}
