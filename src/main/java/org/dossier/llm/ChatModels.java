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
  private static final int PROMPT_OVERHEAD_TOKENS = 1_200;

  private ChatModels() {}

  static StreamingChatModel of(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      OptionalDouble temperature,
      HttpClientBuilder http) {
    var sampling = temperature.isPresent() ? (Double) temperature.getAsDouble() : null;
    return switch (endpoint.choice().provider()) {
      case OLLAMA -> ollama(endpoint, generationLimits, sampling, http);
      case OPENAI ->
          openAi(endpoint, sampling, http).maxCompletionTokens(generationLimits.tokens()).build();
      case OPENAI_COMPATIBLE ->
          openAi(endpoint, sampling, http).maxTokens(generationLimits.tokens()).build();
      case ANTHROPIC -> anthropic(endpoint, generationLimits, sampling, http);
      case GEMINI -> gemini(endpoint, generationLimits, sampling, http);
      case MISTRAL -> mistral(endpoint, generationLimits, sampling, http);
    };
  }

  /// Sets the size of the context window. With its small default, Ollama truncates a prompt that
  /// does not fit, beginning with the instructions.
  private static StreamingChatModel ollama(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double sampling,
      HttpClientBuilder http) {
    Map<String, String> headers = new HashMap<>(endpoint.headers());
    endpoint.key().ifPresent(key -> headers.put("Authorization", "Bearer " + key.secret()));
    return OllamaStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .modelName(endpoint.choice().name())
        .temperature(sampling)
        .numPredict(generationLimits.tokens())
        .numCtx(generationLimits.context() + generationLimits.tokens() + PROMPT_OVERHEAD_TOKENS)
        .customHeaders(headers)
        .build();
  }

  private static OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder openAi(
      Endpoint endpoint, @Nullable Double sampling, HttpClientBuilder http) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(sampling)
        .customHeaders(endpoint.headers());
  }

  private static StreamingChatModel anthropic(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double sampling,
      HttpClientBuilder http) {
    return AnthropicStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(sampling)
        .maxTokens(generationLimits.tokens())
        .customHeaders(endpoint.headers())
        .build();
  }

  private static StreamingChatModel gemini(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double sampling,
      HttpClientBuilder http) {
    return GoogleAiGeminiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(sampling)
        .maxOutputTokens(generationLimits.tokens())
        .customHeaders(endpoint.headers())
        .build();
  }

  private static StreamingChatModel mistral(
      Endpoint endpoint,
      GenerationLimits generationLimits,
      @Nullable Double sampling,
      HttpClientBuilder http) {
    return MistralAiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(endpoint.address().toString())
        .apiKey(secret(endpoint))
        .modelName(endpoint.choice().name())
        .temperature(sampling)
        .maxTokens(generationLimits.tokens())
        .customHeaders(endpoint.headers())
        .build();
  }

  private static @Nullable String secret(Endpoint endpoint) {
    return endpoint.key().map(ApiKey::secret).orElse(null);
  }
}
