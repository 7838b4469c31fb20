package org.dossier.observability;

import org.dossier.instrumentation.StageListener;

/// A trace of one question.
interface Trace {
  /// The trace of a question that is not traced.
  Trace NONE =
      new Trace() {
        @Override
        public StageListener combinedWith(StageListener other) {
          return other;
        }

        @Override
        public void end(CompletedQuestion completedQuestion) {}
      };

  /// A listener that traces the stages and notifies `other`.
  StageListener combinedWith(StageListener other);

  void end(CompletedQuestion completedQuestion);
}
