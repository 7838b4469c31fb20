package org.dossier.slack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells everything that waits or works that the bot stops. Safe for any number of threads.
final class ShutdownSignal {
  private final CountDownLatch told = new CountDownLatch(1);

  void now() {
    told.countDown();
  }

  boolean isTold() {
    return told.getCount() == 0;
  }

  /// @throws StoppedException if the bot stops
  void check() {
    if (isTold()) {
      throw new ShutdownException();
    }
  }

  /// Waits for so long.
  ///
  /// @throws StoppedException as soon as the bot stops
  void pause(Duration time) {
    try {
      if (told.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ShutdownException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShutdownException();
    }
  }
}
