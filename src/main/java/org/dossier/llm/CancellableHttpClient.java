package org.dossier.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// HTTP client for one LLM call, used by LangChain4j on the thread that makes the call.
/// Interrupting that thread cancels the call at any time, also before the first token, which
/// LangChain4j's own client does not support. Cancelling closes the connection, which makes
/// providers and local servers stop generating.
///
/// [#execute] returns when the response has ended.
final class CancellableHttpClient implements HttpClient {
  private static final int MAX_ERROR_BYTES = 8_192;

  private final java.net.http.HttpClient client;
  private int status;

  CancellableHttpClient(java.net.http.HttpClient client) {
    this.client = client;
  }

  /// The status of the response, or 0 before the response.
  int status() {
    return status;
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try {
      var response = client.send(request(request), BodyHandlers.ofInputStream());
      status = response.statusCode();
      try (var body = response.body()) {
        if (status / 100 == 2) {
          parse(body, response.headers().map(), parser, new FailFastSseListener(listener));
        } else {
          var text = new String(body.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
          listener.onError(new HttpException(status, text));
        }
      }
    } catch (IOException e) {
      listener.onError(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      listener.onError(new CancellationException());
    }
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("only streaming is supported");
  }

  private void parse(
      InputStream body,
      Map<String, List<String>> headers,
      ServerSentEventParser parser,
      ServerSentEventListener listener) {
    listener.onOpen(SuccessfulHttpResponse.builder().statusCode(status).headers(headers).build());
    parser.parse(body, listener);
    listener.onClose();
  }

  private static java.net.http.HttpRequest request(HttpRequest request) {
    var built = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request.headers().forEach((name, values) -> values.forEach(value -> built.header(name, value)));
    var body =
        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
    return built.method(request.method().name(), body).build();
  }
}
