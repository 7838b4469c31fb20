package org.dossier.answer;

/// The outcome of generating an answer by an LLM.
sealed interface LlmOutcome {
  /// Verified statements, all of them reported to the listener.
  record Answer(Answered answered) implements LlmOutcome {}

  /// The LLM worked, but no statement can be shown.
  record Abstention(Abstentions.Cause cause, AnswerOrigin origin) implements LlmOutcome {}

  /// No LLM was called, or the LLM failed before any statement was accepted. The caller answers
  /// with the articles' own sentences.
  ///
  /// @param origin the origin of that answer
  record Unavailable(AnswerOrigin origin) implements LlmOutcome {}
}
