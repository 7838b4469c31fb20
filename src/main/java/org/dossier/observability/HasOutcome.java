package org.dossier.observability;

/// An exception that carries the outcome of the question it ended. Any other exception counts as a
/// failure.
public interface HasOutcome {
  /// The outcome; neither ANSWERED nor ABSTAINED.
  Outcome outcome();
}
