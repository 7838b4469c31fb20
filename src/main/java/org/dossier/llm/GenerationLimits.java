package org.dossier.llm;

import java.time.Duration;

/// How far a model is waited for and how much it may be given and give.
///
/// @param firstStatement until when, after it was asked, a first statement must stand
/// @param whole until when it must have ended
/// @param tokens how many an answer may have
/// @param context how many it may be given
record GenerationLimits(Duration firstStatement, Duration whole, int tokens, int context) {

  /// @throws InvalidModelSettingsException naming the setting at fault
  static GenerationLimits of(ModelConfig config) {
    atLeast("dossier.model.max-tokens", config.maxTokens(), 16);
    atLeast("dossier.model.context-budget", config.contextBudget(), 100);
    atLeast("dossier.model.calls-at-once", config.callsAtOnce(), 1);
    atLeast("dossier.model.failures", config.failures(), 1);
    positive("dossier.model.first-statement", config.firstStatement());
    positive("dossier.model.rest", config.rest());
    if (config.timeout().compareTo(config.firstStatement()) < 0) {
      throw new InvalidModelSettingsException(
          "dossier.model.timeout",
          "is shorter than dossier.model.first-statement (%s): make it as long at least"
              .formatted(config.firstStatement()));
    }
    if (config.temperature().stream().anyMatch(heat -> !(heat >= 0 && heat <= 2))) {
      throw new InvalidModelSettingsException("dossier.model.temperature", "goes from 0 to 2");
    }
    return new GenerationLimits(
        config.firstStatement(), config.timeout(), config.maxTokens(), config.contextBudget());
  }

  private static void atLeast(String setting, int value, int least) {
    if (value < least) {
      throw new InvalidModelSettingsException(
          setting, "is %d, and must be %d at least".formatted(value, least));
    }
  }

  private static void positive(String setting, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new InvalidModelSettingsException(setting, "must be longer than nothing: " + value);
    }
  }
}
