package org.dossier.llm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whose interface a chat model is reached by.
public enum Provider {
  /// A local server of Ollama.
  OLLAMA("ollama", "http://127.0.0.1:11434", false),
  /// Whatever speaks OpenAI's chat completions: llama.cpp, LM Studio, vLLM, a gateway. No key but
  /// the one that was meant for it goes there.
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

  /// How it is written before the colon of `dossier.model`.
  public String word() {
    return word;
  }

  /// Where it is reached unless a setting says otherwise; empty where it has no usual place.
  Optional<String> usualAddress() {
    return Optional.ofNullable(usualAddress);
  }

  /// The variables of the environment that customarily hold its key, the first that is set
  /// counting.
  List<String> keyVariables() {
    return switch (this) {
      case OLLAMA, OPENAI_COMPATIBLE -> List.of();
      case OPENAI -> List.of("OPENAI_API_KEY");
      case ANTHROPIC -> List.of("ANTHROPIC_API_KEY");
      case GEMINI -> List.of("GEMINI_API_KEY", "GOOGLE_API_KEY");
      case MISTRAL -> List.of("MISTRAL_API_KEY");
    };
  }

  /// Whether nothing can be asked of it without a key.
  boolean wantsKey() {
    return wantsKey;
  }

  /// Whether its models cite evidence by themselves, in a format of its own, rather than by the
  /// numbers that they are told.
  boolean cites() {
    return this == ANTHROPIC;
  }

  static Optional<Provider> of(String word) {
    return Arrays.stream(values()).filter(provider -> provider.word.equals(word)).findFirst();
  }

  /// All of their words, for people: `ollama, openai-compatible, …`.
  static String words() {
    return Arrays.stream(values()).map(Provider::word).collect(Collectors.joining(", "));
  }
}
