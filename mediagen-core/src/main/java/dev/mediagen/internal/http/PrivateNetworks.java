// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses are not on the public internet. Pure: nothing is looked up. */
final class PrivateNetworks {
  /**
   * By the registries of IANA for special purposes, as of 2026-11: what is not globally reached.
   */
  private static final List<Block> BLOCKS =
      blocks(
          "0.0.0.0/8", // this network, and the unspecified address
          "10.0.0.0/8",
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8",
          "169.254.0.0/16", // link-local; clouds give out credentials here
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24", // documentation, as are 198.51.100 and 203.0.113
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4", // reserved, and broadcast
          "::/128",
          "::1/128",
          "64:ff9b:1::/48", // NAT64 for local use
          "100::/64",
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32",
          "3fff::/20",
          "5f00::/16",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  /** IPv6 that carries an IPv4 address, which is where the packets end up, at this offset. */
  private static final List<Carrier> CARRIERS =
      List.of(
          new Carrier(block("::/96"), 12),
          new Carrier(block("::ffff:0:0:0/96"), 12),
          new Carrier(block("64:ff9b::/96"), 12),
          new Carrier(block("2002::/16"), 2));

  private static final String OCTET = "(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

  private record Block(InetAddress first, int bits) {
    boolean contains(byte[] address) {
      byte[] start = first.getAddress();
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private record Carrier(Block block, int offset) {}

  private PrivateNetworks() {}

  /** Whether an address, or the one it carries, is not on the public internet. */
  static boolean isPrivate(InetAddress address) {
    return isPrivate(address.getAddress());
  }

  private static boolean isPrivate(byte[] address) {
    return BLOCKS.stream().anyMatch(block -> block.contains(address))
        || CARRIERS.stream()
            .filter(carrier -> carrier.block().contains(address))
            .anyMatch(
                carrier ->
                    isPrivate(Arrays.copyOfRange(address, carrier.offset(), carrier.offset() + 4)));
  }

  /** Whether a host is this machine, by its literal or by its reserved name. */
  static boolean isLoopback(String host) {
    return literal(host).map(InetAddress::isLoopbackAddress).orElse(false)
        || host.equals("localhost")
        || host.endsWith(".localhost");
  }

  /** The address that a host is written as; none for a name, and for a number in disguise. */
  static Optional<InetAddress> literal(String host) {
    return IPV4.matcher(host).matches() || host.indexOf(':') >= 0
        ? Optional.of(parse(host))
        : Optional.empty();
  }

  /**
   * Whether a host would be taken for an IPv4 address by some and for a name by others: {@code
   * 2130706433}, {@code 127.1}, {@code 0x7f.1}, {@code 0177.0.0.1}. No name ends in a number.
   */
  static boolean isDisguised(String host) {
    return literal(host).isEmpty() && ENDS_IN_NUMBER.matcher(host).matches();
  }

  private static InetAddress parse(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address: " + literal, e);
    }
  }

  private static List<Block> blocks(String... blocks) {
    return Arrays.stream(blocks).map(PrivateNetworks::block).toList();
  }

  private static Block block(String cidr) {
    String[] both = cidr.split("/");
    return new Block(parse(both[0]), Integer.parseInt(both[1]));
  }
}
