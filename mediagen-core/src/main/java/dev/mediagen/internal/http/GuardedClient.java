// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * An HTTP client that keeps calls within their {@link Reach}. Names are looked up once, behind the
 * guard, so that what was looked at is what is connected to; addresses that stand in the URL, of
 * which no resolver is asked, are looked at before. Where a proxy looks up names, it is the proxy's
 * part to guard them. Thread-safe.
 */
final class GuardedClient {
  private final OkHttpClient open;
  private final Map<Reach, OkHttpClient> guarded = new EnumMap<>(Reach.class);
  private final Proxies proxies;

  GuardedClient(OkHttpClient open) {
    this.open = open;
    this.proxies = new Proxies(open.proxySelector());
    for (Reach reach : EnumSet.complementOf(EnumSet.of(Reach.EVERYWHERE))) {
      // Connections are shared only by clients with the same resolver, so none slips through.
      guarded.put(
          reach,
          open.newBuilder()
              .proxySelector(proxies)
              .dns(new Guard(open.dns(), reach, proxies))
              .build());
    }
  }

  /**
   * A call that is ready to be made.
   *
   * @throws OutOfReachException when its URL leads out of reach by the address in it
   */
  Call call(Request request, Reach reach) throws OutOfReachException {
    if (reach != Reach.EVERYWHERE) {
      check(request.url(), reach);
    }
    return guarded.getOrDefault(reach, open).newCall(request);
  }

  /** The client without the guard; all of them share its threads and connections. */
  OkHttpClient open() {
    return open;
  }

  private void check(HttpUrl url, Reach reach) throws OutOfReachException {
    String host = url.host();
    if (PrivateNetworks.isDisguised(host)) {
      throw new OutOfReachException(host, "is neither a name nor an address");
    }
    boolean covered = PrivateNetworks.literal(host).map(reach::covers).orElse(true);
    if (!covered || proxies.hosts.contains(host)) {
      throw new OutOfReachException(host, "is no public address");
    }
  }

  /** The resolver behind the guard. */
  private record Guard(Dns dns, Reach reach, Proxies proxies) implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
      List<InetAddress> addresses = dns.lookup(host);
      if (!proxies.hosts.contains(host) && !addresses.stream().allMatch(reach::covers)) {
        throw new OutOfReachException(host, "leads to an address that is not public");
      }
      return addresses;
    }
  }

  /** Remembers the proxies the user has set: their names are looked up too, and are trusted. */
  private static final class Proxies extends ProxySelector {
    private final ProxySelector system;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    Proxies(ProxySelector system) {
      this.system = system;
    }

    @Override
    public List<Proxy> select(URI uri) {
      List<Proxy> chosen = system.select(uri);
      for (Proxy proxy : chosen) {
        if (proxy.address() instanceof InetSocketAddress address) {
          hosts.add(address.getHostString());
        }
      }
      return chosen;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      system.connectFailed(uri, address, failure);
    }
  }
}
