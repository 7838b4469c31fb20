package org.dossier.instrumentation;

import java.lang.ScopedValue.CallableOp;
import java.util.Locale;

/// A part of the way from a message to its kept answer. Code says which part it is by doing its
/// work as one, and knows nothing of clocks, meters or traces:
///
/// ```java
/// var wanted = Stage.EMBEDDING.of(() -> Wanted.of(question, model));
/// ```
///
/// Stages lie within one another as the calls do.
public enum Stage {
  /// A message becomes a stand-alone question.
  STAND_ALONE,
  /// The question becomes evidence: the five that follow.
  RETRIEVAL,
  /// The question becomes a vector.
  EMBEDDING,
  /// Words propose passages.
  WORDS,
  /// Vectors propose passages.
  VECTORS,
  /// What was proposed is scored, ranked, and fetched from the database.
  FUSION,
  /// The reader reads the sentences that promise most.
  READING,
  /// Sentences of the articles become an answer.
  COMPOSING,
  /// A model writes; the checking of what it writes lies within.
  MODEL,
  /// One statement of a model's is held against the evidence.
  CHECKING,
  /// The turn is written to the database.
  STORING;

  /// Does `work` as this stage, watched by [StageListener#current()]. What it throws is thrown on.
  public <T, X extends Throwable> T run(CallableOp<? extends T, X> work) throws X {
    var scope = StageListener.current().onStageStart(this);
    boolean whole = false;
    try {
      T made = work.call();
      whole = true;
      return made;
    } finally {
      scope.ended(whole);
    }
  }

  /// `STAND_ALONE` as `stand-alone`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
