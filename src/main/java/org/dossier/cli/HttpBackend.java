package org.dossier.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.search.Filters;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.SearchJson;
import org.dossier.web.json.StatementEventJson;
import org.jspecify.annotations.Nullable;

/// A server in another process, asked over HTTP.
public final class HttpBackend implements Backend {
  private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(2);

  private final ServerClient server;

  /// @param address the address that the server announced; no token is sent to it
  public HttpBackend(URI address) {
    this(address, null);
  }

  /// @param address the address that the server announced
  /// @param token the access token to send; null for none
  HttpBackend(URI address, @Nullable String token) {
    this.server = new ServerClient(address, token);
  }

  @Override
  public List<String> publishers() {
    return answer(server.request("/api/archive"), ArchiveFacts.class).publishers();
  }

  /// The part of `GET /api/archive` that is used here.
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record ArchiveFacts(List<String> publishers) {}

  @Override
  public ReplyJson ask(String question, Filters filters) {
    var body = message(question, filters);
    return answer(
        server
            .request("/api/chat")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())),
        ReplyJson.class);
  }

  @Override
  public ReplyJson converse(
      @Nullable String conversation, String message, Filters filters, ReplyListener listener) {
    var body = message(message, filters);
    if (conversation != null) {
      body.put("conversation", conversation);
    }
    var request =
        server
            .request("/api/chat")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .timeout(RESPONSE_TIMEOUT)
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    var response = server.send(request, BodyHandlers.ofLines());
    try (var lines = response.body()) {
      if (response.statusCode() != 200) {
        throw server.rejected(lines.collect(Collectors.joining("\n")));
      }
      return follow(new SseParser(lines), listener);
    } catch (UncheckedIOException e) {
      throw server.connectionLost(e);
    }
  }

  private ReplyJson follow(SseParser events, ReplyListener listener) {
    for (var event = events.next(); event.isPresent(); event = events.next()) {
      var data = event.get().data();
      switch (event.get().name()) {
        case "evidence" ->
            listener.question(JsonCodec.decode(data, UnderstoodJson.class).question());
        case "statement" -> listener.statement(JsonCodec.decode(data, StatementEventJson.class));
        case "done" -> {
          return JsonCodec.decode(data, ReplyJson.class);
        }
        case "error" -> throw server.rejected(data);
        default -> {
          // Events of a later version are not shown.
        }
      }
    }
    throw server.connectionLost(null);
  }

  /// The part of the event `evidence` that is used here.
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record UnderstoodJson(String question) {}

  @Override
  public SearchJson search(String query, Filters filters, @Nullable Integer limit) {
    var parameters = new ArrayList<String>();
    parameters.add(parameter("q", query));
    if (limit != null) {
      parameters.add(parameter("limit", limit.toString()));
    }
    if (filters.publishedFrom() != null) {
      parameters.add(parameter("publishedFrom", filters.publishedFrom().toString()));
    }
    if (filters.publishedTo() != null) {
      parameters.add(parameter("publishedTo", filters.publishedTo().toString()));
    }
    if (filters.asOf() != null) {
      parameters.add(parameter("asOf", filters.asOf().toString()));
    }
    filters.publishers().stream()
        .sorted()
        .forEach(publisher -> parameters.add(parameter("publisher", publisher)));
    return answer(server.request("/api/search?" + String.join("&", parameters)), SearchJson.class);
  }

  private static ObjectNode message(String message, Filters filters) {
    var body = JsonNodeFactory.instance.objectNode().put("message", message);
    body.set("filters", json(filters));
    return body;
  }

  private static ObjectNode json(Filters filters) {
    var node = JsonNodeFactory.instance.objectNode();
    if (filters.publishedFrom() != null) {
      node.put("publishedFrom", filters.publishedFrom().toString());
    }
    if (filters.publishedTo() != null) {
      node.put("publishedTo", filters.publishedTo().toString());
    }
    if (filters.asOf() != null) {
      node.put("asOf", filters.asOf().toString());
    }
    var publishers = node.putArray("publishers");
    filters.publishers().stream().sorted().forEach(publishers::add);
    return node;
  }

  private <T> T answer(HttpRequest.Builder request, Class<T> type) {
    var response =
        server.send(
            request.header("Accept", "application/json").timeout(RESPONSE_TIMEOUT).build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw server.rejected(response.body());
    }
    return JsonCodec.decode(response.body(), type);
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
