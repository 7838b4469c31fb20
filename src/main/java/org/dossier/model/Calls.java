package org.dossier.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.OptionalDouble;

/// Calls one model, each call on a thread of its own that does nothing but read from the network.
/// Safe for any number of threads.
final class Calls {
  private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(5);

  private final Endpoint endpoint;
  private final Limits limits;
  private final OptionalDouble temperature;
  // Not HTTP/2: servers of local models stumble over the offer of it, and a cancelled call has to
  // close its connection for a server to stop working.
  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(UNTIL_CONNECTED).build();

  Calls(Endpoint endpoint, Limits limits, OptionalDouble temperature) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.temperature = temperature;
  }

  /// Begins a call; whoever began it closes it, which cancels what has not ended.
  ///
  /// @param stillWanted as [Generation#Generation] runs it
  UnderWay begin(Prompt prompt, Runnable stillWanted) {
    var http = new CallHttp(client);
    var generation = new Generation(limits, stillWanted);
    var thread =
        Thread.ofVirtual().name("model-call").start(() -> converse(prompt, http, generation));
    return new UnderWay(generation, thread);
  }

  private void converse(Prompt prompt, CallHttp http, Generation generation) {
    var told = new Told(generation, http);
    try {
      var way = new CallHttpBuilder(http, prompt.evidence());
      var model = ChatModels.of(endpoint, limits, temperature, way);
      model.chat(
          ChatRequest.builder()
              .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
              .build(),
          told);
      told.ended();
    } catch (RuntimeException e) {
      told.onError(e);
    }
  }

  /// A call that may still go on.
  ///
  /// @param thread the one that reads from the network
  record UnderWay(Generation generation, Thread thread) implements AutoCloseable {
    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
