package org.dossier.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client that asks questions and changes articles over HTTP. Safe for any number of threads.
final class LoadClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI server;
  private final @Nullable String token;
  private final HttpClient http;

  /// @param token sent if the server requires one
  LoadClient(URI server, @Nullable String token) {
    this.server = server;
    this.token = token;
    this.http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  }

  /// The outcome of a question.
  enum Outcome {
    ANSWERED,
    ABSTAINED,
    /// The server replied that it is overloaded.
    REFUSED,
    FAILED
  }

  Outcome ask(String question) {
    try {
      var body = BodyPublishers.ofString(JSON.writeValueAsString(Map.of("message", question)));
      var response = http.send(request("/api/chat").POST(body).build(), BodyHandlers.ofByteArray());
      if (response.statusCode() == 200) {
        var reply = JSON.readTree(response.body());
        return Outcome.valueOf(reply.path("status").asText().toUpperCase(Locale.ROOT));
      }
      return response.statusCode() == 503
          ? Outcome.REFUSED
          : failed("asked", response.statusCode());
    } catch (IOException e) {
      return failed("asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("asked", e);
    }
  }

  /// @return true if the article is now in the archive
  boolean put(String id, String text) throws InterruptedException {
    var article = Map.of("title", "Harbour notes", "published", "2024-05-06", "text", text);
    try {
      var body = BodyPublishers.ofString(JSON.writeValueAsString(article));
      return changed(request("/api/articles/" + id).PUT(body).build());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @return true if the article is now deleted
  boolean delete(String id) throws InterruptedException {
    return changed(request("/api/articles/" + id).DELETE().build());
  }

  private boolean changed(HttpRequest request) throws InterruptedException {
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        failed(request.method(), status);
        return false;
      }
      return true;
    } catch (IOException e) {
      failed(request.method(), e);
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Outcome failed(String what, Object how) {
    System.err.println(what + ": " + how);
    return Outcome.FAILED;
  }

  @Override
  public void close() {
    http.close();
  }
}
