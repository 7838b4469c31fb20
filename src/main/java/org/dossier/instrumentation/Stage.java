package org.dossier.instrumentation;

import java.lang.ScopedValue.CallableOp;
import java.util.Locale;

/// A stage of the path from a message to its stored answer. Code marks a stage by running its work
/// in it, and has no dependency on clocks, meters or traces:
///
/// ```java
/// var query = Stage.EMBEDDING.run(() -> RetrievalQuery.of(question, model));
/// ```
///
/// Stages are nested like the calls.
public enum Stage {
  /// Rewriting of a message as a standalone question.
  REWRITE,
  /// Retrieval of the evidence for the question: the five stages that follow.
  RETRIEVAL,
  /// Embedding of the question.
  EMBEDDING,
  /// Lexical search for passages.
  LEXICAL,
  /// Vector search for passages.
  VECTOR,
  /// Scoring and ranking of the candidates, and their retrieval from the database.
  FUSION,
  /// Reranking: the reader model reads the selected sentences.
  RERANK,
  /// Composition of an answer from sentences of the articles.
  COMPOSE,
  /// Generation by an LLM; the verification of its statements is nested in it.
  LLM,
  /// Verification of one statement of an LLM against the evidence.
  VERIFY,
  /// Storage of the turn in the database.
  STORE;

  /// Runs `work` as this stage, observed by [StageListener#current()]. Rethrows what `work` throws.
  public <T, X extends Throwable> T run(CallableOp<? extends T, X> work) throws X {
    var scope = StageListener.current().onStageStart(this);
    boolean whole = false;
    try {
      T made = work.call();
      whole = true;
      return made;
    } finally {
      scope.end(whole);
    }
  }

  /// The label for meters and traces: `REWRITE` is `rewrite`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
