package org.dossier.slack.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sends calls of Slack's Web API over HTTP, without retries. Thread-safe.
public final class SlackHttpClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int OK = 200;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private @Nullable HttpClient http;

  /// @param base the base URL of the methods, with or without a slash at the end
  public SlackHttpClient(URI base) {
    this.base = URI.create(base.toString().replaceFirst("/*$", "/"));
  }

  /// The HTTP client, created on first use: it reads all trusted certificates of this machine,
  /// which would delay the startup of servers without Slack.
  public synchronized HttpClient http() {
    var made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECT_TIMEOUT)
              .build();
      http = made;
    }
    return made;
  }

  /// Calls a method with JSON arguments.
  ///
  /// @throws SlackApiException if Slack rejects the call
  /// @throws RateLimitedException if a rate limit applies
  /// @throws UnknownOutcomeException if the outcome is unknown
  public JsonNode post(Token token, String method, ObjectNode arguments) {
    var request =
        HttpRequest.newBuilder(base.resolve(method))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(arguments.toString(), StandardCharsets.UTF_8));
    return send(token, method, request);
  }

  /// Calls a method that only reads, with its arguments in the URL. Throws as [#post].
  JsonNode get(Token token, String method, Map<String, String> arguments) {
    var query =
        arguments.entrySet().stream()
            .map(argument ->
                argument.getKey()
                    + "="
                    + URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(token, method, HttpRequest.newBuilder(base.resolve(method + "?" + query)).GET());
  }

  /// Responds to a slash command at its response URL. Throws as [#post].
  public void respond(URI address, ObjectNode response) {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .timeout(TIMEOUT)
            .POST(BodyPublishers.ofString(response.toString(), StandardCharsets.UTF_8));
    exchange("response_url", request.build());
  }

  private JsonNode send(Token token, String method, HttpRequest.Builder request) {
    var response =
        exchange(
            method,
            request.header("Authorization", "Bearer " + token.secret()).timeout(TIMEOUT).build());
    var answer = json(method, response.body());
    if (!answer.path("ok").asBoolean()) {
      throw toException(method, answer.path("error").asText("unknown_error"));
    }
    return answer;
  }

  private HttpResponse<String> exchange(String method, HttpRequest request) {
    try {
      var response = http().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() == TOO_MANY_REQUESTS) {
        throw new RateLimitedException(method, retryAfter(response));
      }
      if (response.statusCode() != OK) {
        throw new UnknownOutcomeException(method, "status " + response.statusCode());
      }
      return response;
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw UnknownOutcomeException.unreachable(method, e);
    } catch (IOException e) {
      throw UnknownOutcomeException.connectionLost(method, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShutdownException();
    }
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    var seconds = response.headers().firstValue("Retry-After").orElse("");
    // If the header has no number: 60 seconds, the window of Slack's rate limits.
    return Duration.ofSeconds(seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) : 60);
  }

  /// Maps an error code to an exception. After an internal error of Slack, the outcome is unknown.
  private static RuntimeException toException(String method, String error) {
    return switch (error) {
      case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
          new UnknownOutcomeException(method, error);
      case "ratelimited", "rate_limited" ->
          new RateLimitedException(method, Duration.ofSeconds(30));
      default -> new SlackApiException(method, error);
    };
  }

  private static JsonNode json(String method, String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UnknownOutcomeException(
          method, "the response of " + body.length() + " characters is not JSON");
    }
  }
}
