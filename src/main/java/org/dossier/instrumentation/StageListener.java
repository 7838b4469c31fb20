package org.dossier.instrumentation;

import java.lang.ScopedValue.CallableOp;

/// An observer of the stages of one piece of work. It is bound to the thread that does the work and
/// not passed through every method, because the working code has no use for it. Pass it on to
/// another thread with `StageListener.current().call(work)`.
public interface StageListener {
  /// Observes nothing, at no cost.
  StageListener NONE = _ -> _ -> {};

  /// A stage begins, within the stages that have begun and not ended. Called on the working thread;
  /// must not throw.
  Scope onStageStart(Stage stage);

  /// A stage in progress.
  interface Scope {
    /// The stage has ended. Called once, on the same thread; must not throw.
    ///
    /// @param whole true if the stage completed, false if it threw
    void end(boolean whole);
  }

  /// The listener of the current thread.
  static StageListener current() {
    return CurrentStageListener.CURRENT.orElse(NONE);
  }

  /// Runs `work` with this listener, in place of any other. Rethrows what `work` throws.
  default <T, X extends Throwable> T call(CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CurrentStageListener.CURRENT, this).<T, X>call(work);
  }
}
