// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

/**
 * Who is limited: one account with one provider.
 *
 * @param provider the provider's id
 * @param alias what the user calls the account; empty where there is only one
 */
record Account(String provider, String alias) {
  @Override
  public String toString() {
    return alias.isEmpty() ? provider : provider + " (account " + alias + ")";
  }
}
