// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A disk that fills up, writes little at a time, fails to force, or takes its time. It counts how
 * often it is forced and leaves it at that, since no machine crashes in a test.
 */
final class FaultyDisk implements JournalChannel.Opener {
  volatile int mostAtOnce = Integer.MAX_VALUE;
  volatile boolean forceFails;
  volatile boolean openFails;
  volatile CountDownLatch gate = new CountDownLatch(0);
  final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
  final AtomicInteger forces = new AtomicInteger();

  @Override
  public JournalChannel open(Path file) throws IOException {
    if (openFails) {
      throw new IOException("Input/output error");
    }
    JournalChannel real = JournalChannel.of(file);
    return new JournalChannel() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        int count = (int) Math.min(Math.min(bytes.remaining(), mostAtOnce), room.get());
        if (count == 0) {
          throw new IOException("No space left on device");
        }
        ByteBuffer part = bytes.slice().limit(count);
        real.write(part);
        bytes.position(bytes.position() + part.position());
        room.addAndGet(-part.position());
      }

      @Override
      public void force() throws IOException {
        await(gate);
        forces.incrementAndGet();
        if (forceFails) {
          throw new IOException("Input/output error");
        }
      }

      @Override
      public void cut(long length) throws IOException {
        real.cut(length);
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }

  private static void await(CountDownLatch gate) throws IOException {
    try {
      if (!gate.await(10, TimeUnit.SECONDS)) {
        throw new IOException("nobody opened the gate");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
