package org.dossier.observability;

/// What became of a question.
public enum Outcome {
  ANSWERED,
  ABSTAINED,
  /// It breaks a rule, or too many others are under way.
  REFUSED,
  /// Whoever asked is gone, or the program ends.
  STOPPED,
  /// It took longer than it may.
  TOO_SLOW,
  /// Something went wrong here.
  FAILED
}
