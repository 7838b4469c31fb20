package org.dossier.answer;

/// What comes back for one question: statements with citations, or an honest abstention.
public sealed interface Answer permits Answered, Abstained {
  /// How sure the answerer is that the archive answers the question, 0 to 1. An abstention's is
  /// below the threshold in force, where it abstained for weak evidence.
  double confidence();

  AnswerOrigin by();

  /// The state of the index that was read: the sequence of the last change it had taken in.
  long generation();
}
