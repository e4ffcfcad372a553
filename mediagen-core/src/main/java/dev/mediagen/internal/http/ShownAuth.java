// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.internal.http.Signer.Signature;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What signing would add to a call, without a secret: masked where it is configured, and by the
 * name of the variable where it is not. Nothing is sent for it.
 */
final class ShownAuth {
  private static final Pattern BRACES = Pattern.compile("\\{([a-z_]+)}");

  private ShownAuth() {}

  static Signature of(Auth auth, Provider provider) {
    if (auth instanceof Auth.Headers fixed) {
      return new Signature(headers(fixed.templates(), provider), Map.of());
    } else if (auth instanceof Auth.Query query) {
      Map<String, String> shown = new LinkedHashMap<>();
      text(query.template(), provider).ifPresent(value -> shown.put(query.parameter(), value));
      return new Signature(Map.of(), shown);
    } else if (auth instanceof Auth.FreshId fresh) {
      Signature inner = of(fresh.with(), provider);
      Map<String, String> headers = new LinkedHashMap<>(inner.headers());
      headers.put(fresh.header(), "<a fresh UUID>");
      return new Signature(headers, inner.query());
    } else if (auth instanceof Auth.JwtHs256) {
      return Signature.header("Authorization", "Bearer <a JWT>");
    } else if (auth instanceof Auth.Token token) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Authorization", "Bearer <an access token>");
      headers.putAll(headers(token.extra(), provider));
      return new Signature(headers, Map.of());
    }
    Auth.FirstConfigured choices = (Auth.FirstConfigured) auth;
    return choices.choices().stream()
        .filter(choice -> Signer.configured(choice, provider))
        .findFirst()
        .or(() -> choices.choices().stream().findFirst())
        .map(choice -> of(choice, provider))
        .orElse(Signature.NONE);
  }

  private static Map<String, String> headers(Map<String, String> templates, Provider provider) {
    Map<String, String> headers = new LinkedHashMap<>();
    templates.forEach(
        (name, template) -> text(template, provider).ifPresent(value -> headers.put(name, value)));
    return headers;
  }

  /** A template as it may be seen; none when it would be left out. */
  private static Optional<String> text(String template, Provider provider) {
    Matcher braces = BRACES.matcher(template);
    StringBuilder shown = new StringBuilder();
    while (braces.find()) {
      Setting setting =
          provider.info().settings().stream()
              .filter(one -> one.name().equals(braces.group(1)))
              .findFirst()
              .orElseThrow();
      Optional<String> value = provider.setting(setting.name());
      if (value.isEmpty() && !setting.required()) {
        return Optional.empty();
      }
      String seen =
          value.isEmpty()
              ? "<" + String.join(" or ", setting.variables()) + ">"
              : setting.secret() ? "***" : value.get();
      braces.appendReplacement(shown, Matcher.quoteReplacement(seen));
    }
    return Optional.of(braces.appendTail(shown).toString());
  }
}
