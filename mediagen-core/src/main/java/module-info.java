// SPDX-License-Identifier: Apache-2.0

/** One typed, asynchronous client for generative media. */
module dev.mediagen.core {
  requires transitive com.fasterxml.jackson.databind;
  requires dev.failsafe.core;
  requires okhttp3;
  requires org.slf4j;
  requires static java.desktop;
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;

  exports dev.mediagen;
  exports dev.mediagen.catalog;
  exports dev.mediagen.error;
  exports dev.mediagen.image;
  exports dev.mediagen.model3d;
  exports dev.mediagen.music;
  exports dev.mediagen.segment;
  exports dev.mediagen.sound;
  exports dev.mediagen.speech;
  exports dev.mediagen.spi;
  exports dev.mediagen.store;
  exports dev.mediagen.transcript;
  exports dev.mediagen.upscale;
  exports dev.mediagen.video;
  exports dev.mediagen.webhook;

  uses dev.mediagen.spi.EmbeddedEndpoint;
  uses dev.mediagen.spi.ProviderAdapter;
}
