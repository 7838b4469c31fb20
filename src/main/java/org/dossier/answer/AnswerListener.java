package org.dossier.answer;

import java.util.List;
import org.dossier.retrieval.Evidence;

/// Hears of an answer while it is made. Called on the thread that answers, in this order: evidence
/// once, then each statement as it stands. Nothing told is ever taken back.
public interface AnswerListener {
  /// Listens to nothing.
  AnswerListener NONE = new AnswerListener() {};

  /// What was found, best first; perhaps nothing.
  default void evidence(List<Evidence> evidence) {}

  /// A statement that stands, with those of its citations that no earlier statement used.
  default void statement(Statement statement, List<Citation> citations) {}
}
