package org.dossier.slack.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Signals to waiting and working threads that the bot is stopping. Thread-safe.
public final class ShutdownSignal {
  private final CountDownLatch latch = new CountDownLatch(1);

  public void trigger() {
    latch.countDown();
  }

  public boolean isTriggered() {
    return latch.getCount() == 0;
  }

  /// @throws ShutdownException if the bot stops
  public void check() {
    if (isTriggered()) {
      throw new ShutdownException();
    }
  }

  /// Waits for `time`.
  ///
  /// @throws ShutdownException as soon as the bot stops
  public void pause(Duration time) {
    try {
      if (latch.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ShutdownException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShutdownException();
    }
  }
}
