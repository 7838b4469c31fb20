package org.dossier.observability;

/// The outcome of a question.
public enum Outcome {
  ANSWERED,
  ABSTAINED,
  /// It violates a rule, or too many other requests are in progress.
  REFUSED,
  /// The client is gone, or the program shuts down.
  STOPPED,
  /// It exceeded its timeout.
  TOO_SLOW,
  /// An internal error occurred.
  FAILED
}
