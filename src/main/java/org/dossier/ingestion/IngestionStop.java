package org.dossier.ingestion;

import java.util.function.BooleanSupplier;

/// The stop condition of a run: it was cancelled, or its thread was interrupted. The thread's
/// interrupt flag is cleared until the end of the run, because a database would otherwise reject
/// the last batch.
final class IngestionStop {
  private final BooleanSupplier cancelled;
  private boolean interrupted;
  private boolean stopped;

  IngestionStop(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  boolean isRequested() {
    interrupted |= Thread.interrupted();
    stopped |= interrupted || cancelled.getAsBoolean();
    return stopped;
  }

  /// True if the condition was ever met.
  boolean wasRequested() {
    return stopped;
  }

  /// Restores the thread's interrupt flag.
  void restore() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
