package org.dossier.web;

import io.vertx.core.http.HttpServerRequest;
import org.dossier.answer.AnswerListener;

/// A client that waits for the complete reply. Cancels the work if the client closes the
/// connection.
public final class WaitingClient implements AnswerListener {
  private volatile boolean disconnected;

  private WaitingClient() {}

  /// The client that sent `request`.
  public static WaitingClient of(HttpServerRequest request) {
    var client = new WaitingClient();
    request.response().closeHandler(_ -> client.disconnected = true);
    return client;
  }

  /// @throws RequestCancelledException if the client has disconnected
  @Override
  public void waiting() {
    if (disconnected) {
      throw new RequestCancelledException();
    }
  }
}
