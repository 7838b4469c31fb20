package org.dossier.observability;

/// The outcome of a question.
public enum Outcome {
  ANSWERED,
  RELATED,
  CLARIFY,
  ABOUT,
  ABSTAINED,
  /// It violates a rule, or too many other requests are in progress.
  REJECTED,
  /// The client is gone, or the program shuts down.
  CANCELLED,
  /// It exceeded its timeout.
  TIMEOUT,
  /// An internal error occurred.
  FAILED
}
