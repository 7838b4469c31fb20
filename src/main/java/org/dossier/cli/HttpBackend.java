package org.dossier.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// A server that works on the archive in another process of this machine, asked over HTTP.
public final class HttpBackend implements Backend {
  private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(2);

  private final ServerClient server;
  private final ObjectMapper json = new ObjectMapper();

  /// @param address where it serves, as it announced; nothing is shown there
  HttpBackend(URI address) {
    this(address, null);
  }

  /// @param address where it serves, as it announced
  /// @param token what to show there; null for nothing
  public HttpBackend(URI address, @Nullable String token) {
    this.server = new ServerClient(address, token);
  }

  @Override
  public String ask(String question, Filters filters) {
    var body = json.createObjectNode().put("message", question);
    body.set("filters", json(filters));
    return answer(
        server
            .request("/api/chat")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  @Override
  public String converse(
      @Nullable String conversation, String message, Filters filters, Consumer<String> statement) {
    var body = json.createObjectNode().put("message", message);
    body.set("filters", json(filters));
    if (conversation != null) {
      body.put("conversation", conversation);
    }
    var request =
        server
            .request("/api/chat")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .timeout(UNTIL_ANSWERED)
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    var response = server.send(request, BodyHandlers.ofLines());
    try (var lines = response.body()) {
      if (response.statusCode() != 200) {
        throw server.rejected(lines.collect(Collectors.joining("\n")));
      }
      return follow(new SseParser(lines), statement);
    } catch (UncheckedIOException e) {
      throw server.brokenOff(e);
    }
  }

  private String follow(SseParser events, Consumer<String> statement) {
    for (var event = events.next(); event.isPresent(); event = events.next()) {
      var data = event.get().data();
      switch (event.get().name()) {
        case "statement" -> statement.accept(data);
        case "done" -> {
          return data;
        }
        case "error" -> throw server.rejected(data);
        default -> {
          // Evidence is of no use here.
        }
      }
    }
    throw server.brokenOff(null);
  }

  @Override
  public String search(String words, Filters filters, @Nullable Integer limit) {
    var parameters = new ArrayList<String>();
    parameters.add(parameter("q", words));
    if (limit != null) {
      parameters.add(parameter("limit", limit.toString()));
    }
    if (filters.publishedFrom() != null) {
      parameters.add(parameter("publishedFrom", filters.publishedFrom().toString()));
    }
    if (filters.publishedTo() != null) {
      parameters.add(parameter("publishedTo", filters.publishedTo().toString()));
    }
    filters.publishers().stream()
        .sorted()
        .forEach(publisher -> parameters.add(parameter("publisher", publisher)));
    return answer(server.request("/api/search?" + String.join("&", parameters)));
  }

  private ObjectNode json(Filters filters) {
    var node = json.createObjectNode();
    if (filters.publishedFrom() != null) {
      node.put("publishedFrom", filters.publishedFrom().toString());
    }
    if (filters.publishedTo() != null) {
      node.put("publishedTo", filters.publishedTo().toString());
    }
    var publishers = node.putArray("publishers");
    filters.publishers().stream().sorted().forEach(publishers::add);
    return node;
  }

  private String answer(HttpRequest.Builder request) {
    var response =
        server.send(
            request.header("Accept", "application/json").timeout(UNTIL_ANSWERED).build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw server.rejected(response.body());
    }
    return response.body();
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
