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

  private final String label;
  private final @Nullable String defaultAddress;
  private final boolean requiresKey;

  Provider(String label, @Nullable String defaultAddress, boolean requiresKey) {
    this.label = label;
    this.defaultAddress = defaultAddress;
    this.requiresKey = requiresKey;
  }

  /// The name before the colon in `dossier.model`.
  public String label() {
    return label;
  }

  /// The default base URL; empty if the provider has none.
  Optional<String> defaultAddress() {
    return Optional.ofNullable(defaultAddress);
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
  boolean requiresKey() {
    return requiresKey;
  }

  /// True if the provider's models return citations in a format of the provider, rather than as
  /// numbers in the text.
  boolean cites() {
    return this == ANTHROPIC;
  }

  static Optional<Provider> of(String label) {
    return Arrays.stream(values()).filter(provider -> provider.label.equals(label)).findFirst();
  }

  /// The names of all providers, for messages: `ollama, openai-compatible, …`.
  static String labels() {
    return Arrays.stream(values()).map(Provider::label).collect(Collectors.joining(", "));
  }
}
