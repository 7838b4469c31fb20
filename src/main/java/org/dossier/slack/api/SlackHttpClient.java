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

/// Slack's methods over plain HTTP, each call tried once. Safe for any number of threads.
public final class SlackHttpClient {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int OK = 200;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private @Nullable HttpClient http;

  /// @param base where the methods are, with or without a slash at its end
  public SlackHttpClient(URI base) {
    this.base = URI.create(base.toString().replaceFirst("/*$", "/"));
  }

  /// What everything goes to Slack through. Made on first use: it reads every certificate that this
  /// machine trusts, which those without Slack need not wait for.
  public synchronized HttpClient http() {
    var made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(TO_CONNECT)
              .build();
      http = made;
    }
    return made;
  }

  /// Calls a method that takes its arguments as JSON.
  ///
  /// @throws SlackApiException if Slack says no
  /// @throws RateLimitedException if it is too early
  /// @throws UnknownOutcomeException if it is not known whether it was done
  public JsonNode post(Token token, String method, ObjectNode arguments) {
    var request =
        HttpRequest.newBuilder(base.resolve(method))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(arguments.toString(), StandardCharsets.UTF_8));
    return send(token, method, request);
  }

  /// Calls a method that reads, and takes its arguments in the address. Throws as [#post].
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

  /// Answers a slash command at the address that came with it. Throws as [#post].
  public void respond(URI address, ObjectNode response) {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(response.toString(), StandardCharsets.UTF_8));
    exchange("response_url", request.build());
  }

  private JsonNode send(Token token, String method, HttpRequest.Builder request) {
    var response =
        exchange(
            method,
            request.header("Authorization", "Bearer " + token.secret()).timeout(PATIENCE).build());
    var answer = json(method, response.body());
    if (!answer.path("ok").asBoolean()) {
      throw refusal(method, answer.path("error").asText("unknown_error"));
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
      throw UnknownOutcomeException.broken(method, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShutdownException();
    }
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    var seconds = response.headers().firstValue("Retry-After").orElse("");
    // Without a number, so long as Slack's limits count.
    return Duration.ofSeconds(seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) : 60);
  }

  /// What Slack says when it failed itself, perhaps after it did something.
  private static RuntimeException refusal(String method, String error) {
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
      throw new UnknownOutcomeException(method, "no JSON but " + body.length() + " characters");
    }
  }
}
