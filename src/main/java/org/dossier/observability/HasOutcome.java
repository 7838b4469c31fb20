package org.dossier.observability;

/// A fault that knows what became of the question that it ended. Any other is a failure.
public interface HasOutcome {
  /// Neither ANSWERED nor ABSTAINED.
  Outcome outcome();
}
