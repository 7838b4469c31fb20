package org.dossier.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Factory of LangChain4j's chat model for each provider. Loaded with the first call, so that the
/// start takes no longer if no LLM is configured.
final class ChatModels {
  // Tokens of the prompt in addition to the evidence: instructions, question and delimiters.
  private static final int AROUND_THE_EVIDENCE = 1_200;

  private ChatModels() {}

  static StreamingChatModel of(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      OptionalDouble temperature,
      HttpClientBuilder http) {
    var heat = temperature.isPresent() ? (Double) temperature.getAsDouble() : null;
    return switch (endpoint.choice().provider()) {
      case OLLAMA -> ollama(endpoint, generationLimits, heat, http);
      case OPENAI ->
          openAi(endpoint, heat, http).maxCompletionTokens(generationLimits.tokens()).build();
      case OPENAI_COMPATIBLE ->
          openAi(endpoint, heat, http).maxTokens(generationLimits.tokens()).build();
      case ANTHROPIC -> anthropic(endpoint, generationLimits, heat, http);
      case GEMINI -> gemini(endpoint, generationLimits, heat, http);
      case MISTRAL -> mistral(endpoint, generationLimits, heat, http);
    };
  }

  /// Sets the size of the context window. With its small default, Ollama truncates a prompt that
  /// does not fit, beginning with the instructions.
  private static StreamingChatModel ollama(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double heat,
      HttpClientBuilder http) {
    Map<String, String> headers = new HashMap<>(endpoint.headers());
    endpoint.key().ifPresent(key -> headers.put("Authorization", "Bearer " + key.secret()));
    return OllamaStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .modelName(endpoint.choice().name())
        .temperature(heat)
        .numPredict(generationLimits.tokens())
        .numCtx(generationLimits.context() + generationLimits.tokens() + AROUND_THE_EVIDENCE)
        .customHeaders(headers)
        .build();
  }

  private static OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder openAi(
      Endpoint endpoint, @Nullable Double heat, HttpClientBuilder http) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(heat)
        .customHeaders(endpoint.headers());
  }

  private static StreamingChatModel anthropic(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double heat,
      HttpClientBuilder http) {
    return AnthropicStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(heat)
        .maxTokens(generationLimits.tokens())
        .customHeaders(endpoint.headers())
        .build();
  }

  private static StreamingChatModel gemini(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double heat,
      HttpClientBuilder http) {
    return GoogleAiGeminiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(heat)
        .maxOutputTokens(generationLimits.tokens())
        .customHeaders(endpoint.headers())
        .build();
  }

  private static StreamingChatModel mistral(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double heat,
      HttpClientBuilder http) {
    return MistralAiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(heat)
        .maxTokens(generationLimits.tokens())
        .customHeaders(endpoint.headers())
        .build();
  }

  private static @Nullable String secret(Endpoint endpoint) {
    return endpoint.key().map(ApiKey::secret).orElse(null);
  }
}
