package org.dossier.answer;

/// What came of asking a model for an answer.
sealed interface LlmOutcome {
  /// Statements that stand, all of them told to the listener.
  record Answer(Answered answered) implements LlmOutcome {}

  /// The model was able to write, and there is nothing to say.
  record Abstention(Abstentions.Cause cause, AnswerOrigin by) implements LlmOutcome {}

  /// No model was asked, or the one that was asked failed before anything stood: the articles' own
  /// sentences have to do.
  ///
  /// @param by who then answers
  record Unavailable(AnswerOrigin by) implements LlmOutcome {}
}
