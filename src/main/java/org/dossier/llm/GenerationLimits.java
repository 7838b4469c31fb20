package org.dossier.llm;

import java.time.Duration;

/// Time and token limits of a generation. Both times count from the start of the call.
///
/// @param firstStatement time until the first statement must be verified
/// @param whole time until the generation must have ended
/// @param tokens maximum number of generated tokens
/// @param context maximum number of tokens of evidence in the prompt
record GenerationLimits(Duration firstStatement, Duration whole, int tokens, int context) {

  /// The limits of the settings.
  ///
  /// @throws InvalidModelSettingsException if a setting is out of range; names the setting
  static GenerationLimits of(ModelConfig config) {
    atLeast("dossier.model.max-tokens", config.maxTokens(), 16);
    atLeast("dossier.model.context-budget", config.contextBudget(), 100);
    atLeast("dossier.model.max-concurrent-calls", config.maxConcurrentCalls(), 1);
    atLeast(
        "dossier.model.circuit-breaker.failure-threshold",
        config.circuitBreaker().failureThreshold(),
        1);
    positive("dossier.model.first-statement-timeout", config.firstStatementTimeout());
    positive("dossier.model.circuit-breaker.delay", config.circuitBreaker().delay());
    if (config.totalTimeout().compareTo(config.firstStatementTimeout()) < 0) {
      throw new InvalidModelSettingsException(
          "dossier.model.total-timeout",
          "is shorter than dossier.model.first-statement-timeout (%s): increase it to at least that"
              .formatted(config.firstStatementTimeout()));
    }
    if (config.temperature().stream().anyMatch(value -> !(value >= 0 && value <= 2))) {
      throw new InvalidModelSettingsException("dossier.model.temperature", "must be from 0 to 2");
    }
    return new GenerationLimits(
        config.firstStatementTimeout(),
        config.totalTimeout(),
        config.maxTokens(),
        config.contextBudget());
  }

  private static void atLeast(String setting, int value, int least) {
    if (value < least) {
      throw new InvalidModelSettingsException(
          setting, "is %d, but must be at least %d".formatted(value, least));
    }
  }

  private static void positive(String setting, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new InvalidModelSettingsException(setting, "must be greater than zero: " + value);
    }
  }
}
