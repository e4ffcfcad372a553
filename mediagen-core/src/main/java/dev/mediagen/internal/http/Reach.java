// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.net.InetAddress;

/** How far a call may go. */
enum Reach {
  /** Anywhere: the user named the place, or the provider lives in the user's own network. */
  EVERYWHERE,
  /** The public internet and this machine: the provider itself is on this machine. */
  LOOPBACK,
  /** The public internet only: a reply named the place, and replies are not to be trusted. */
  PUBLIC;

  /** Whether this address is within reach. */
  boolean covers(InetAddress address) {
    return switch (this) {
      case EVERYWHERE -> true;
      case LOOPBACK -> address.isLoopbackAddress() || !PrivateNetworks.isPrivate(address);
      case PUBLIC -> !PrivateNetworks.isPrivate(address);
    };
  }
}
