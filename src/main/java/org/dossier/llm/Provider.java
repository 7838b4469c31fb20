package org.dossier.llm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A provider of LLMs, with the API that it uses.
public enum Provider {
  /// A local Ollama server.
  OLLAMA("ollama", "http://127.0.0.1:11434", false),
  /// Any server with OpenAI's chat completions API: llama.cpp, LM Studio, vLLM, a gateway. It never
  /// receives the key of another provider.
  OPENAI_COMPATIBLE("openai-compatible", null, false),
  OPENAI("openai", "https://api.openai.com/v1", true),
  ANTHROPIC("anthropic", "https://api.anthropic.com/v1", true),
  GEMINI("gemini", "https://generativelanguage.googleapis.com/v1beta", true),
  MISTRAL("mistral", "https://api.mistral.ai/v1", true);

  private final String word;
  private final @Nullable String usualAddress;
  private final boolean wantsKey;

  Provider(String word, @Nullable String usualAddress, boolean wantsKey) {
    this.word = word;
    this.usualAddress = usualAddress;
    this.wantsKey = wantsKey;
  }

  /// The name before the colon in `dossier.model`.
  public String word() {
    return word;
  }

  /// The default base URL; empty if the provider has none.
  Optional<String> usualAddress() {
    return Optional.ofNullable(usualAddress);
  }

  /// The environment variables that customarily hold the provider's key, in order of precedence.
  List<String> keyVariables() {
    return switch (this) {
      case OLLAMA, OPENAI_COMPATIBLE -> List.of();
      case OPENAI -> List.of("OPENAI_API_KEY");
      case ANTHROPIC -> List.of("ANTHROPIC_API_KEY");
      case GEMINI -> List.of("GEMINI_API_KEY", "GOOGLE_API_KEY");
      case MISTRAL -> List.of("MISTRAL_API_KEY");
    };
  }

  /// True if every request needs a key.
  boolean wantsKey() {
    return wantsKey;
  }

  /// True if the provider's models return citations in a format of the provider, rather than as
  /// numbers in the text.
  boolean cites() {
    return this == ANTHROPIC;
  }

  static Optional<Provider> of(String word) {
    return Arrays.stream(values()).filter(provider -> provider.word.equals(word)).findFirst();
  }

  /// The names of all providers, for messages: `ollama, openai-compatible, …`.
  static String words() {
    return Arrays.stream(values()).map(Provider::word).collect(Collectors.joining(", "));
  }
}
