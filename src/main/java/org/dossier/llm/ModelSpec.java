package org.dossier.llm;

import java.util.Locale;
import java.util.Optional;

/// Provider and name of an LLM.
///
/// @param provider the provider whose API is used
/// @param name the provider's name of the model; may contain colons and slashes
public record ModelSpec(Provider provider, String name) {
  private static final String NONE = "none";
  private static final int MAX_NAME = 200;

  public ModelSpec {
    if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(c -> c <= ' ')) {
      throw new InvalidModelSettingsException(
          "dossier.model",
          "the name of the model after ‘%s:’ is empty, too long or has white space"
              .formatted(provider.label()));
    }
  }

  /// Parses a setting such as `ollama:llama3.2`; empty for `none`.
  ///
  /// @throws InvalidModelSettingsException if the text is neither
  static Optional<ModelSpec> parse(String written) {
    var choice = written.strip();
    if (choice.toLowerCase(Locale.ROOT).equals(NONE)) {
      return Optional.empty();
    }
    int colon = choice.indexOf(':');
    var word = (colon < 0 ? choice : choice.substring(0, colon)).toLowerCase(Locale.ROOT);
    var provider = Provider.of(word);
    if (colon < 0 || provider.isEmpty()) {
      throw new InvalidModelSettingsException(
          "dossier.model",
          "‘%s’ is not a model: write ‘none’, or PROVIDER:NAME with one of the providers %s"
              .formatted(choice, Provider.labels()));
    }
    return Optional.of(new ModelSpec(provider.get(), choice.substring(colon + 1).strip()));
  }

  /// The form that the setting has.
  @Override
  public String toString() {
    return provider.label() + ":" + name;
  }
}
