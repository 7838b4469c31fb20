package org.dossier.llm;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The LLM that the settings select, if any. Created at startup, when invalid settings are
/// rejected.
public final class ConfiguredLlm {
  private final @Nullable LanguageModel chosen;

  private ConfiguredLlm(@Nullable LanguageModel chosen) {
    this.chosen = chosen;
  }

  /// The LLM that the settings select, or none.
  ///
  /// @param environment the only place where keys are looked up
  /// @throws InvalidModelSettingsException if a setting is invalid; names the setting and the
  ///   remedy
  public static ConfiguredLlm of(
      ModelConfig config, Map<String, String> environment, ModelMeter meter) {
    return ModelSpec.parse(config.choice())
        .map(choice -> {
          var endpoint = Endpoint.of(choice, config, environment);
          var prompts = Prompts.read(config.prompts());
          return new ConfiguredLlm(new LanguageModel(endpoint, config, prompts, meter));
        })
        .orElseGet(ConfiguredLlm::none);
  }

  /// No LLM.
  public static ConfiguredLlm none() {
    return new ConfiguredLlm(null);
  }

  /// The selected LLM; empty if none is selected.
  public Optional<LanguageModel> chosen() {
    return Optional.ofNullable(chosen);
  }
}
