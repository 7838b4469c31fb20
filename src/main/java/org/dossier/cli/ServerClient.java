package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The way to a server over HTTP, and what is said where it leads nowhere.
public final class ServerClient {
  private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(5);

  private final URI address;
  private final @Nullable String token;
  private final ObjectMapper json = new ObjectMapper();

  /// Not closed: that would wait for the idle connection, and the process ends anyway.
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(UNTIL_CONNECTED).build();

  /// @param address where it serves, as it announced
  /// @param token what to show there; null for nothing
  public ServerClient(URI address, @Nullable String token) {
    this.address = address;
    this.token = token;
  }

  URI address() {
    return address;
  }

  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address.resolve(path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /// @throws CommandException if there is no answer
  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new CommandException("the server at %s does not answer".formatted(address), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while the server answers", e);
    }
  }

  /// @param problem the problem document that it answered with
  CommandException rejected(String problem) {
    return new CommandException("the server at %s refused: %s".formatted(address, reason(problem)));
  }

  CommandException brokenOff(@Nullable Throwable cause) {
    return new CommandException("the server at %s broke off".formatted(address), cause);
  }

  /// What a problem document says (RFC 9457).
  private String reason(String body) {
    try {
      var problem = json.readTree(body);
      return problem.path("detail").asText(problem.path("title").asText("without a reason"));
    } catch (JsonProcessingException _) {
      return "with an answer that is no problem document";
    }
  }
}
