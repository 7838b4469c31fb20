package org.dossier.llm;

import java.time.Duration;
import java.util.Optional;

/// Listener for metrics of LLM calls. Called on any thread.
public interface ModelMeter {
  /// Records nothing.
  ModelMeter NONE = new ModelMeter() {};

  /// Records a call that has ended or was not permitted.
  ///
  /// @param failure the reason of the failure; empty if the call succeeded
  default void recordCall(Optional<ModelFailure.Reason> failure, Duration took) {}

  /// Records that a question is answered without the LLM, because the LLM failed.
  ///
  /// @param cause the reason of the failure
  default void fellBack(ModelFailure.Reason cause) {}

  /// Records the result of verifying one statement.
  default void statement(StatementResult statementResult) {}

  /// Records the first rule that a dropped statement violates: `number`.
  default void recordDropped(String rule) {}

  /// The result of verifying a statement.
  enum StatementResult {
    /// The sentences that it cites support it.
    KEPT,
    /// Other evidence than it cites supports it, and is cited instead.
    REATTRIBUTED,
    /// No evidence supports it.
    DROPPED
  }
}
