package org.dossier.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.OptionalDouble;

/// Client of one LLM. Each call has its own thread, which only reads from the network. Safe for any
/// number of threads.
final class LlmClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final Endpoint endpoint;
  private final GenerationLimits generationLimits;
  private final OptionalDouble temperature;
  // Not HTTP/2: some local model servers fail on the upgrade request, and a server stops generating
  // only if a cancelled call closes its connection.
  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build();

  LlmClient(Endpoint endpoint, GenerationLimits generationLimits, OptionalDouble temperature) {
    this.endpoint = endpoint;
    this.generationLimits = generationLimits;
    this.temperature = temperature;
  }

  /// Begins a call. The caller must close it, which cancels a call that has not ended.
  ///
  /// @param stillWanted run while no text arrives; throws if the client is gone
  InFlightCall begin(Prompt prompt, Runnable stillWanted) {
    var http = new CancellableHttpClient(client);
    var generationStream = new GenerationStream(generationLimits, stillWanted);
    var thread =
        Thread.ofVirtual().name("model-call").start(() -> run(prompt, http, generationStream));
    return new InFlightCall(generationStream, thread);
  }

  private void run(Prompt prompt, CancellableHttpClient http, GenerationStream generationStream) {
    var streamingHandler = new StreamingHandler(generationStream, http);
    try {
      var httpBuilder = new CancellableHttpClientBuilder(http, prompt.evidence());
      var model = ChatModels.of(endpoint, generationLimits, temperature, httpBuilder);
      model.chat(
          ChatRequest.builder()
              .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
              .build(),
          streamingHandler);
      streamingHandler.onEnd();
    } catch (RuntimeException e) {
      streamingHandler.onError(e);
    }
  }

  /// A call that may still be in progress. Closing cancels it.
  ///
  /// @param thread the thread that reads from the network
  record InFlightCall(GenerationStream generation, Thread thread) implements AutoCloseable {
    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
