// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes secrets out of whatever is shown: the values themselves, and what usually carries them. */
public final class Masking {
  private static final Set<String> SENSITIVE =
      Set.of(
          "authorization",
          "x-api-key",
          "xi-api-key",
          "x-goog-api-key",
          "api-key",
          "apikey",
          "cookie");
  private static final String MASK = "***";

  private final List<Secret> secrets;

  /** A mask for these values. */
  public Masking(List<Secret> secrets) {
    this.secrets = secrets.stream().filter(secret -> secret.reveal().length() >= 4).toList();
  }

  /** A text without the secrets. */
  public String text(String text) {
    String masked = text;
    for (Secret one : secrets) {
      String secret = one.reveal();
      masked = masked.replace(secret, MASK);
      masked = masked.replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), MASK);
    }
    return masked;
  }

  /** The value of a header: its scheme word stays, the rest goes. */
  public String header(String name, String value) {
    String masked = text(value);
    if (!SENSITIVE.contains(name.toLowerCase(Locale.ROOT)) || !masked.equals(value)) {
      return masked;
    }
    int space = value.indexOf(' ');
    return space > 0 ? value.substring(0, space + 1) + MASK : MASK;
  }
}
