package org.dossier.answer;

/// The outcome of generating an answer by an LLM.
sealed interface LlmOutcome {
  /// Verified statements, all of them reported to the listener.
  record Answer(CitedAnswer answer) implements LlmOutcome {}

  /// The LLM found no answer in the evidence. The caller shows related sentences of the articles.
  record Declined() implements LlmOutcome {}

  /// The LLM wrote an answer, and the evidence supports none of its statements. The caller shows
  /// related sentences of the articles.
  record Unsupported() implements LlmOutcome {}

  /// No LLM was called, or the LLM failed before any statement was accepted. The caller answers
  /// with the articles' own sentences.
  ///
  /// @param origin the origin of that answer
  record Unavailable(AnswerOrigin origin) implements LlmOutcome {}
}
