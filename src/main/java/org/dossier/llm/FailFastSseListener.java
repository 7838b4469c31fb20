package org.dossier.llm;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/// Ends a stream at the first event that cannot be parsed. LangChain4j would log the event,
/// possibly with confidential text, and continue without it; a sentence that lost a word may say
/// the opposite.
final class FailFastSseListener implements ServerSentEventListener {
  private final ServerSentEventListener listener;
  private boolean failed;

  FailFastSseListener(ServerSentEventListener listener) {
    this.listener = listener;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (failed) {
      return;
    }
    try {
      listener.onEvent(event, context);
    } catch (RuntimeException e) {
      context.parsingHandle().cancel();
      onError(e);
    }
  }

  @Override
  public void onError(Throwable fault) {
    if (!failed) {
      failed = true;
      listener.onError(fault);
    }
  }

  @Override
  public void onClose() {
    if (!failed) {
      listener.onClose();
    }
  }
}
