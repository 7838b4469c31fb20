package org.dossier.answer;

/// The result for one question: statements with citations, or an abstention.
public sealed interface Answer permits Answered, Abstained {
  /// The confidence that the archive answers the question, 0 to 1. Below the threshold for an
  /// abstention for weak evidence.
  double confidence();

  AnswerOrigin origin();

  /// The state of the index that was read: the sequence number of the last change that it
  /// contained.
  long generation();
}
