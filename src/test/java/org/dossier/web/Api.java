package org.dossier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.web.json.Links;
import org.jspecify.annotations.Nullable;

/// A client of the HTTP API that sends URLs exactly as given.
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LARGE = 64 * 1024;
  private static final int ATTEMPTS = 5;

  private Api() {}

  /// A response.
  public record Response(int status, String type, String body, HttpHeaders headers) {
    public JsonNode json() {
      return parse(body);
    }
  }

  /// A server-sent event.
  record Event(String name, JsonNode data) {}

  public static Response get(String path) {
    return send("GET", path, null, Map.of());
  }

  public static Response page(String path) {
    return send("GET", path, null, Map.of("Accept", "text/html,*/*;q=0.8"));
  }

  static Response delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  public static Response put(String id, Map<String, ?> article) {
    return send("PUT", Links.json(id), text(article), json());
  }

  static Response post(Map<String, ?> message) {
    return send("POST", "/api/chat", text(message), json());
  }

  public static JsonNode ask(String message) {
    return post(Map.of("message", message)).json();
  }

  static List<Event> events(Map<String, ?> message) {
    return events(message, Map.of());
  }

  static List<Event> events(Map<String, ?> message, Map<String, String> more) {
    var headers = new HashMap<>(more);
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "text/event-stream");
    var answer = send("POST", "/api/chat", text(message), headers);
    if (!answer.type().startsWith("text/event-stream")) {
      throw new AssertionError("no events but " + answer.body());
    }
    var events = new ArrayList<Event>();
    for (var event : answer.body().strip().split("\n\n", -1)) {
      var lines = event.split("\n", -1);
      events.add(
          new Event(
              lines[0].replaceFirst("^event: ?", ""),
              parse(lines[1].replaceFirst("^data: ?", ""))));
    }
    return events;
  }

  public static Response send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    var publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    var request = HttpRequest.newBuilder(address(path)).method(method, publisher);
    headers.forEach(request::header);
    try {
      var response = send(request.build(), body != null && body.length() > LARGE ? ATTEMPTS : 1);
      var type = response.headers().firstValue("content-type").orElse("");
      return new Response(response.statusCode(), type, response.body(), response.headers());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A server that rejects a large body may close the connection while the body is being sent, and
  /// then the client cannot read the response (RFC 9112, 9.6).
  private static HttpResponse<String> send(HttpRequest request, int attempts)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      if (attempts == 1) {
        throw e;
      }
      return send(request, attempts - 1);
    }
  }

  public static Map<String, String> json() {
    return Map.of("Content-Type", "application/json");
  }

  public static URI address(String path) {
    return URI.create("http://127.0.0.1:" + RestAssured.port + path);
  }

  public static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
