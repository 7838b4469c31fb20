package org.dossier.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import org.dossier.llm.ModelFailure.Reason;

/// Forwards LangChain4j's events of one call to a [GenerationStream]. Events after the first end or
/// error are ignored.
final class StreamingHandler implements StreamingChatResponseHandler {
  private final GenerationStream generationStream;
  private final CancellableHttpClient http;
  private boolean ended;

  StreamingHandler(GenerationStream generationStream, CancellableHttpClient http) {
    this.generationStream = generationStream;
    this.http = http;
  }

  @Override
  public void onPartialResponse(String words) {
    if (!ended && words != null && !words.isEmpty()) {
      forward(() -> generationStream.words(words));
    }
  }

  /// A response without a finish reason was truncated: the connection ended before the model did.
  @Override
  public void onCompleteResponse(ChatResponse response) {
    var finished = response.metadata().finishReason();
    if (finished == FinishReason.STOP) {
      end(() -> generationStream.end(true));
    } else if (finished == FinishReason.LENGTH) {
      end(() -> generationStream.end(false));
    } else if (finished == FinishReason.CONTENT_FILTER) {
      fail(new ModelFailure(Reason.REFUSED, "the provider's content filter stopped the output"));
    } else {
      fail(new ModelFailure(Reason.TRUNCATED, "the stream ended without a finish reason"));
    }
  }

  @Override
  public void onError(Throwable fault) {
    fail(FailureClassifier.of(fault, http.status()));
  }

  /// Ends the stream after the call. It is a failure unless an end was received before.
  void onEnd() {
    fail(new ModelFailure(Reason.TRUNCATED, "the stream ended without a finish reason"));
  }

  private void fail(ModelFailure failure) {
    end(() -> generationStream.fail(failure));
  }

  private void end(Action action) {
    if (!ended) {
      ended = true;
      forward(action);
    }
  }

  /// An interrupt means that the call was cancelled: nothing more is forwarded, and the thread that
  /// reads from the network stops, too.
  private void forward(Action action) {
    try {
      action.run();
    } catch (InterruptedException _) {
      ended = true;
      Thread.currentThread().interrupt();
    }
  }

  private interface Action {
    void run() throws InterruptedException;
  }
}
