// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateNetworksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.254",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::a00:1",
        "::ffff:10.0.0.1",
        "::ffff:0:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1"
      })
  void what_is_not_on_the_public_internet_is_private(String address) throws Exception {
    assertThat(PrivateNetworks.isPrivate(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "169.253.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void what_is_on_the_public_internet_is_not(String address) throws Exception {
    assertThat(PrivateNetworks.isPrivate(InetAddress.getByName(address))).isFalse();
  }

  /** OkHttp resolves some of these without asking its resolver: all must be seen beforehand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "017700000001",
        "0",
        "127.1",
        "0x7f.1",
        "0x7f000001",
        "0X7F.0.0.1",
        "0177.0.0.1",
        "127.0.0.1.",
        "127.0.0.1..",
        "1.2.3.4.5",
        "256.1.1.1",
        "host.1",
        "host.0x"
      })
  void a_number_that_is_no_plain_address_is_a_disguise(String host) {
    HttpUrl url = HttpUrl.parse("http://" + host + "/");

    assertThat(url == null || PrivateNetworks.isDisguised(url.host())).isTrue();
  }

  @Test
  void names_and_plain_addresses_are_no_disguise() {
    for (String host :
        new String[] {"cdn.example", "1.1.1.1", "127.0.0.1", "::1", "3d.example", "0x.example"}) {
      assertThat(PrivateNetworks.isDisguised(host)).as(host).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127。0。0。1/",
        "http://①②⑦.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http://u:p@127.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://[0:0:0:0:0:0:0:1]/"
      })
  void other_ways_to_write_an_address_are_seen_through(String url) {
    assertThat(PrivateNetworks.literal(HttpUrl.get(url).host()))
        .hasValueSatisfying(address -> assertThat(PrivateNetworks.isPrivate(address)).isTrue());
  }

  @Test
  void this_machine_is_known_by_its_names_and_addresses() {
    for (String host : new String[] {"localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "::1"}) {
      assertThat(PrivateNetworks.isLoopback(host)).as(host).isTrue();
    }
    for (String host : new String[] {"localhost.example", "10.0.0.1", "cdn.example"}) {
      assertThat(PrivateNetworks.isLoopback(host)).as(host).isFalse();
    }
  }
}
