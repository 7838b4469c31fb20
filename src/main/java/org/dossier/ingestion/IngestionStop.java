package org.dossier.ingestion;

import java.util.function.BooleanSupplier;

/// Whether a run is to end early: it was cancelled, or its thread interrupted. The thread's mark is
/// taken off meanwhile, for with it a database would refuse the last batch.
final class IngestionStop {
  private final BooleanSupplier cancelled;
  private boolean interrupted;
  private boolean stopped;

  IngestionStop(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  boolean now() {
    interrupted |= Thread.interrupted();
    stopped |= interrupted || cancelled.getAsBoolean();
    return stopped;
  }

  /// Whether it ever said so.
  boolean wasAsked() {
    return stopped;
  }

  /// Puts the thread's mark back.
  void restore() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
