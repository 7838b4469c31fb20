package org.dossier.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits for a condition that a change of an index fulfils.
public final class Waiting {
  private Waiting() {}

  /// Runs `start`, which causes the changes, and returns as soon as `condition` holds.
  public static void until(PassageIndex index, BooleanSupplier condition, Runnable start)
      throws InterruptedException {
    var changes = new Semaphore(0);
    index.onChange(changes::release);
    start.run();
    while (!condition.getAsBoolean()) {
      assertThat(changes.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
