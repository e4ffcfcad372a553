// SPDX-License-Identifier: Apache-2.0

/** A small worker inside the process that makes media by rule; it is no AI model. */
@SuppressWarnings("requires-automatic") // FreeTTS and JCodec are older than modules
module dev.mediagen.local.sketch {
  requires com.fasterxml.jackson.databind;
  requires dev.mediagen.core;
  requires freetts;
  requires java.desktop;
  requires jcodec;
  requires jdk.httpserver;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.mediagen.local.sketch;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.local.sketch to
      dev.mediagen.core;

  provides dev.mediagen.spi.EmbeddedEndpoint with
      dev.mediagen.local.sketch.SketchEndpoint;
}
