package org.dossier.answer;

import java.util.List;
import org.dossier.retrieval.Evidence;

/// Hears of an answer while it is made. Called on the thread that answers, in this order: evidence
/// once, then each statement as it stands. Nothing told is ever taken back. Whoever no longer wants
/// to hear throws, which ends the answering, a model's work included.
public interface AnswerListener {
  /// Listens to nothing.
  AnswerListener NONE = new AnswerListener() {};

  /// What was found, best first; perhaps nothing.
  default void evidence(List<Evidence> evidence) {}

  /// A statement that stands, with those of its citations that no earlier statement used.
  default void statement(Statement statement, List<Citation> citations) {}

  /// Nothing can be told yet, and others are being waited for. Called often; throws if nobody wants
  /// the answer any more.
  default void waiting() {}
}
