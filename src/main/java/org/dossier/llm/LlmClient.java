package org.dossier.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.OptionalDouble;

/// Calls one model, each call on a thread of its own that does nothing but read from the network.
/// Safe for any number of threads.
final class LlmClient {
  private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(5);

  private final Endpoint endpoint;
  private final GenerationLimits generationLimits;
  private final OptionalDouble temperature;
  // Not HTTP/2: servers of local models stumble over the offer of it, and a cancelled call has to
  // close its connection for a server to stop working.
  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(UNTIL_CONNECTED).build();

  LlmClient(Endpoint endpoint, GenerationLimits generationLimits, OptionalDouble temperature) {
    this.endpoint = endpoint;
    this.generationLimits = generationLimits;
    this.temperature = temperature;
  }

  /// Begins a call; whoever began it closes it, which cancels what has not ended.
  ///
  /// @param stillWanted as [GenerationStream#Generation] runs it
  InFlightCall begin(Prompt prompt, Runnable stillWanted) {
    var http = new CancellableHttpClient(client);
    var generationStream = new GenerationStream(generationLimits, stillWanted);
    var thread =
        Thread.ofVirtual().name("model-call").start(() -> converse(prompt, http, generationStream));
    return new InFlightCall(generationStream, thread);
  }

  private void converse(
      Prompt prompt, CancellableHttpClient http, GenerationStream generationStream) {
    var streamingHandler = new StreamingHandler(generationStream, http);
    try {
      var way = new CancellableHttpClientBuilder(http, prompt.evidence());
      var model = ChatModels.of(endpoint, generationLimits, temperature, way);
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

  /// A call that may still go on.
  ///
  /// @param thread the one that reads from the network
  record InFlightCall(GenerationStream generation, Thread thread) implements AutoCloseable {
    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
