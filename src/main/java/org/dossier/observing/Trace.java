package org.dossier.observing;

import org.dossier.stages.Watch;

/// What a trace is told of one question.
interface Trace {
  /// Of a question that is not traced.
  Trace NONE =
      new Trace() {
        @Override
        public Watch with(Watch other) {
          return other;
        }

        @Override
        public void end(Ended ended) {}
      };

  /// Sees the stages, together with another watch.
  Watch with(Watch other);

  void end(Ended ended);
}
