// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.Credentials;
import dev.mediagen.Secret;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An adapter together with the settings this client has for it. Thread-safe; knows secrets. */
public final class Provider {
  /** How many secrets are remembered, should a vendor repeat one that has been replaced since. */
  private static final int REMEMBERED = 16;

  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final Pattern BRACES = Pattern.compile("\\{([a-z_]+)}");

  private final ProviderAdapter adapter;
  private final ProviderInfo info;
  private final Optional<String> account;
  private final Map<String, Credentials> settings;
  private final Map<String, String> baseUrls;
  private final boolean redirected;
  private final boolean privateNetwork;
  private final Map<String, HttpUrl> parsed = new ConcurrentHashMap<>();
  private final Deque<Secret> used = new ConcurrentLinkedDeque<>();

  /**
   * A provider.
   *
   * @param account the alias of the account, where the client knows several
   * @param settings where the value of each setting comes from
   * @param baseUrls base URLs by name, the main one under the empty name
   * @param redirected whether the user pointed it somewhere else than the vendor
   * @param privateNetwork whether the user lets its replies lead into private networks
   */
  public Provider(
      ProviderAdapter adapter,
      Optional<String> account,
      Map<String, Credentials> settings,
      Map<String, String> baseUrls,
      boolean redirected,
      boolean privateNetwork) {
    this.adapter = adapter;
    this.info = adapter.info();
    this.account = account;
    this.settings = Map.copyOf(settings);
    this.baseUrls = Map.copyOf(baseUrls);
    this.redirected = redirected;
    this.privateNetwork = privateNetwork || info.selfHosted();
  }

  /** The translator. */
  public ProviderAdapter adapter() {
    return adapter;
  }

  /** What the provider is called and where it is. */
  public ProviderInfo info() {
    return info;
  }

  /** The provider's id. */
  public String id() {
    return info.id();
  }

  /** The alias of the account, where the client knows several. */
  public Optional<String> account() {
    return account;
  }

  /** Whether the user pointed it somewhere else than the vendor's own service. */
  public boolean redirected() {
    return redirected;
  }

  /** The value of a setting now; secrets may rotate, and files end in a line break. */
  public Optional<String> setting(String name) {
    Credentials source = settings.get(name);
    Optional<String> value =
        source == null
            ? Optional.empty()
            : source.get(name).map(Secret::reveal).map(String::strip).filter(t -> !t.isEmpty());
    if (value.isPresent() && isSecret(name)) {
      remember(Secret.of(value.get()));
    }
    return value;
  }

  private boolean isSecret(String name) {
    for (Setting setting : info.settings()) {
      if (setting.name().equals(name)) {
        return setting.secret();
      }
    }
    return false;
  }

  private void remember(Secret secret) {
    if (!used.contains(secret)) {
      used.addFirst(secret);
      if (used.size() > REMEMBERED) {
        used.pollLast();
      }
    }
  }

  /** The vendor did not accept the key: whoever gave it may fetch another. */
  public void refused() {
    for (Setting setting : info.settings()) {
      Credentials source = settings.get(setting.name());
      if (setting.secret() && source != null) {
        source.refused(setting.name());
      }
    }
  }

  /** The values that must never be shown. */
  public List<Secret> secrets() {
    for (Setting setting : info.settings()) {
      try {
        setting(setting.name());
      } catch (RuntimeException e) {
        LOG.debug("a secret of {} cannot be had now: those that were sent are known", info.id(), e);
      }
    }
    return List.copyOf(used);
  }

  /** The required settings that are missing, by the variable that would give each. */
  public List<String> missing() {
    List<String> missing =
        info.settings().stream()
            .filter(setting -> setting.required() && setting(setting.name()).isEmpty())
            .map(setting -> String.join(" or ", setting.variables()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!baseUrls.containsKey("")) {
      missing.add(baseUrlVariable(info.id(), ""));
    }
    return missing;
  }

  /** Throws, with the names of the variables to set, when something is missing. */
  public void requireConfigured() {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      throw new MediaException(
          ErrorDetails.of(
                  ErrorKind.UNCONFIGURED,
                  info.name() + " is not configured: " + String.join(", ", missing) + " is not set")
              .provider(info.id())
              .advice(
                  "set "
                      + String.join(" and ", missing)
                      + " in the environment, or give it to MediaClient.builder().provider(\""
                      + info.id()
                      + "\", ...)")
              .build());
    }
  }

  /** The environment variable that sets a base URL. */
  public static String baseUrlVariable(String provider, String name) {
    String middle = name.isEmpty() ? "" : "_" + name;
    return ("MEDIAGEN_" + provider + middle + "_BASE_URL")
        .replace('-', '_')
        .toUpperCase(Locale.ROOT);
  }

  /** A base URL by its name, settings filled in. */
  public String baseUrl(String name) {
    String template = baseUrls.get(name);
    if (template == null) {
      throw new IllegalStateException(info.id() + " has no base URL named " + name);
    }
    String url = fill(template).orElse(template);
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** Every call asks for these, and they hardly ever change. */
  private @Nullable HttpUrl base(String name) {
    String url = baseUrl(name);
    HttpUrl known = parsed.get(url);
    if (known == null) {
      known = HttpUrl.parse(url);
      if (known != null && parsed.size() < REMEMBERED) {
        parsed.put(url, known);
      }
    }
    return known;
  }

  /** A template with its settings filled in; none when one of them is not configured. */
  public Optional<String> fill(String template) {
    if (template.indexOf('{') < 0) {
      return Optional.of(template);
    }
    Matcher braces = BRACES.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (braces.find()) {
      Optional<String> value = setting(braces.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      braces.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(braces.appendTail(filled).toString());
  }

  /** How a call is signed: by the base URL it is made to, or whose host its URL has. */
  Auth auth(HttpCall call, HttpUrl url) {
    if (info.auths().isEmpty()) {
      return info.auth();
    }
    if (call.absolute().isEmpty()) {
      return info.auths().getOrDefault(call.base(), info.auth());
    }
    return Stream.concat(Stream.of(""), info.baseUrls().keySet().stream())
        .filter(name -> at(base(name), url))
        .findFirst()
        .map(name -> info.auths().getOrDefault(name, info.auth()))
        .orElse(info.auth());
  }

  /** Whether a URL leads to the provider's own hosts, which may see the key. */
  public boolean owns(URI url) {
    HttpUrl http = HttpUrl.parse(url.toString());
    return http != null && owns(http);
  }

  boolean owns(HttpUrl url) {
    for (String name : baseUrls.keySet()) {
      if (at(base(name), url)) {
        return true;
      }
    }
    return url.isHttps()
        && info.hosts().stream()
            .anyMatch(
                own ->
                    own.startsWith("*.")
                        ? url.host().endsWith(own.substring(1))
                        : url.host().equals(own));
  }

  private static boolean at(@Nullable HttpUrl own, HttpUrl url) {
    return own != null
        && own.scheme().equals(url.scheme())
        && own.host().equals(url.host())
        && own.port() == url.port();
  }

  /**
   * How far a call to a URL may go: to the provider itself anywhere, else where replies may lead.
   */
  Reach reach(HttpUrl url) {
    if (privateNetwork) {
      return Reach.EVERYWHERE;
    }
    boolean loopback = false;
    for (String name : baseUrls.keySet()) {
      HttpUrl own = base(name);
      if (own != null && own.host().equals(url.host())) {
        return Reach.EVERYWHERE;
      }
      loopback |= own != null && PrivateNetworks.isLoopback(own.host());
    }
    return loopback ? Reach.LOOPBACK : Reach.PUBLIC;
  }
}
