package org.dossier.instrumentation;

import java.lang.ScopedValue.CallableOp;

/// Watches the stages of one piece of work. It is bound to the thread that does the work, and not
/// handed down through every method: who does the work has no use for it. Work that goes on in
/// another thread takes it along: `StageListener.current().over(work)`.
public interface StageListener {
  /// Sees nothing, at no cost.
  StageListener NOBODY = _ -> _ -> {};

  /// A stage begins, within those that have begun and not ended. Told on the thread that works; it
  /// must not throw.
  Scope onStageStart(Stage stage);

  /// A stage under way.
  interface Scope {
    /// It is over; told once, on the same thread. It must not throw.
    ///
    /// @param whole whether it came to its end, rather than throwing
    void ended(boolean whole);
  }

  /// Who watches this thread's work.
  static StageListener current() {
    return CurrentStageListener.WATCH.orElse(NOBODY);
  }

  /// Does `work` while this watches, and nobody else. What it throws is thrown on.
  default <T, X extends Throwable> T call(CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CurrentStageListener.WATCH, this).<T, X>call(work);
  }
}
