package org.dossier.llm;

import java.time.Duration;
import java.util.Optional;

/// Hears how a model does, for those who watch over it. Called on any thread.
public interface ModelMeter {
  /// Counts nothing.
  ModelMeter NONE = new ModelMeter() {};

  /// A call is over, or was not made.
  ///
  /// @param failure why it failed; empty if it did not
  default void recordCall(Optional<ModelFailure.Reason> failure, Duration took) {}

  /// A question is answered without the model after all.
  ///
  /// @param cause why the model's answer is not to be had
  default void fellBack(ModelFailure.Reason cause) {}

  /// One statement of an answer was looked at.
  default void statement(StatementResult statementResult) {}

  /// One that stands on nothing breaks this rule first: `number`.
  default void recordDropped(String rule) {}

  /// What became of a statement.
  enum StatementResult {
    /// It stands on what it cites.
    KEPT,
    /// It stands, on other evidence than it cites.
    RECITED,
    /// It stands on nothing.
    DROPPED
  }
}
