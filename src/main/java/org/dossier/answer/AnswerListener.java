package org.dossier.answer;

import java.util.List;
import org.dossier.retrieval.Evidence;

/// Receives the parts of an answer while it is generated. Called on the answering thread: the
/// evidence, then each verified statement. If a message asks several questions, the evidence of
/// each is reported before its statements. A reported part is never withdrawn. An exception from a
/// listener cancels the answer, including the work of an LLM.
public interface AnswerListener {
  /// Ignores all calls.
  AnswerListener NONE = new AnswerListener() {};

  /// The evidence, best first, possibly empty.
  ///
  /// @param question the question as it was understood, which needs no earlier turn
  default void evidence(String question, List<Evidence> evidence) {}

  /// The statements that follow are related to the question and may not answer it. Called at most
  /// once, before the first of them.
  default void related() {}

  /// A verified statement, with those of its citations that no earlier statement used.
  default void statement(Statement statement, List<Citation> citations) {}

  /// Nothing can be reported yet, because the answer waits for other work. Called often; throws if
  /// the answer is no longer wanted.
  default void waiting() {}
}
