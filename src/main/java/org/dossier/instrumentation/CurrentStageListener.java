package org.dossier.instrumentation;

/// The binding of a thread's [StageListener]. A class of its own, since an interface has no private
/// fields.
final class CurrentStageListener {
  static final ScopedValue<StageListener> CURRENT = ScopedValue.newInstance();

  private CurrentStageListener() {}
}
