// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A test of one running worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkerTest {
  private final SketchWorker sketch = SketchWorker.start();
  final Worker worker = new Worker(sketch.baseUrl());

  @BeforeAll
  void drawNothingOnScreens() {
    System.setProperty("java.awt.headless", "true");
  }

  @AfterAll
  void close() {
    sketch.close();
  }
}
