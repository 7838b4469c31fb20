package org.dossier.llm;

import java.util.Locale;
import java.util.Optional;

/// Which chat model puts answers into words.
///
/// @param provider whose interface it is reached by
/// @param name what the provider calls it; may have colons and slashes of its own
public record ModelSpec(Provider provider, String name) {
  private static final String NONE = "none";
  private static final int MAX_NAME = 200;

  public ModelSpec {
    if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(c -> c <= ' ')) {
      throw new InvalidModelSettingsException(
          "dossier.model",
          "the name of the model behind ‘%s:’ is empty, too long or has white space"
              .formatted(provider.word()));
    }
  }

  /// Reads `ollama:llama3.2`; empty for `none`.
  ///
  /// @throws InvalidModelSettingsException if it is neither
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
          "‘%s’ names no model: write ‘none’, or PROVIDER:NAME with one of the providers %s"
              .formatted(choice, Provider.words()));
    }
    return Optional.of(new ModelSpec(provider.get(), choice.substring(colon + 1).strip()));
  }

  /// As it is written in the setting.
  @Override
  public String toString() {
    return provider.word() + ":" + name;
  }
}
