package org.dossier.instrumentation;

/// Where a thread's [StageListener] stands: an interface could not keep it to itself.
final class CurrentStageListener {
  static final ScopedValue<StageListener> WATCH = ScopedValue.newInstance();

  private CurrentStageListener() {}
}
