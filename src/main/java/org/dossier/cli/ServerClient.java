package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An HTTP client of one server. Every failure is a [CommandException] whose message names the
/// server.
public final class ServerClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration GET_TIMEOUT = Duration.ofMinutes(1);

  private final URI address;
  private final @Nullable String token;

  /// Not closed: closing would wait for the idle connection, and the process ends anyway.
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

  /// @param address the address that the server announced
  /// @param token the access token to send; null for none
  public ServerClient(URI address, @Nullable String token) {
    this.address = address;
    this.token = token;
  }

  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address.resolve(path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /// @throws CommandException if there is no response
  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new CommandException("the server at %s does not answer".formatted(address), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while waiting for the server", e);
    }
  }

  /// The JSON value at a path.
  ///
  /// @throws CommandException if the server does not send it
  public <T> T get(String path, Class<T> type) {
    var response = send(request(path).timeout(GET_TIMEOUT).GET().build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw rejected(response.body());
    }
    return JsonCodec.decode(response.body(), type);
  }

  /// Posts an empty request without a timeout, and returns the body of the response, to be closed
  /// by the caller.
  public InputStream post(String path) {
    var request = request(path).POST(BodyPublishers.noBody()).build();
    var response = send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() == 200) {
      return response.body();
    }
    try (var body = response.body()) {
      throw rejected(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw connectionLost(e);
    }
  }

  /// As [#post(String)], for a response that is a JSON value.
  public <T> T post(String path, Class<T> type) {
    try (var body = post(path)) {
      return JsonCodec.decode(new String(body.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw connectionLost(e);
    }
  }

  /// @param problem the problem document of the response
  CommandException rejected(String problem) {
    return new CommandException(
        "the server at %s rejected the request: %s".formatted(address, reason(problem)));
  }

  public CommandException connectionLost(@Nullable Throwable cause) {
    return new CommandException(
        "the server at %s closed the connection before the reply was complete".formatted(address),
        cause);
  }

  /// The reason that a problem document states (RFC 9457).
  private static String reason(String body) {
    try {
      var problem = new ObjectMapper().readTree(body);
      return problem.path("detail").asText(problem.path("title").asText("no reason given"));
    } catch (JsonProcessingException _) {
      return "the response is not a problem document";
    }
  }
}
