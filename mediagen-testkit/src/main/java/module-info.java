// SPDX-License-Identifier: Apache-2.0

/** For tests of adapters, and of programs that use mediagen. */
module dev.mediagen.testkit {
  requires transitive dev.mediagen.core;
  requires org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.mediagen.testkit;

  uses dev.mediagen.spi.ProviderAdapter;
}
