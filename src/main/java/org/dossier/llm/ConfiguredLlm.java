package org.dossier.llm;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The chat model of this process, if there is one. Settings that cannot be worked with are refused
/// when this is made, which is at the start.
public final class ConfiguredLlm {
  private final @Nullable LanguageModel chosen;

  private ConfiguredLlm(@Nullable LanguageModel chosen) {
    this.chosen = chosen;
  }

  /// The model that the settings choose, or none.
  ///
  /// @param environment where keys are looked for, and nowhere else
  /// @throws InvalidModelSettingsException naming the setting and what to do
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

  /// Without a model.
  public static ConfiguredLlm none() {
    return new ConfiguredLlm(null);
  }

  /// Empty without a model.
  public Optional<LanguageModel> chosen() {
    return Optional.ofNullable(chosen);
  }
}
