package org.dossier.observability;

import org.dossier.instrumentation.StageListener;

/// What a trace is told of one question.
interface Trace {
  /// Of a question that is not traced.
  Trace NONE =
      new Trace() {
        @Override
        public StageListener with(StageListener other) {
          return other;
        }

        @Override
        public void end(CompletedQuestion completedQuestion) {}
      };

  /// Sees the stages, together with another watch.
  StageListener with(StageListener other);

  void end(CompletedQuestion completedQuestion);
}
