package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dossier.index.Filters;
import org.jspecify.annotations.Nullable;

/// A server that works on the archive in another process of this machine, asked over HTTP.
final class RunningServer implements Backend {
  private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(5);
  private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(2);

  private final URI address;
  private final @Nullable String token;
  private final ObjectMapper json = new ObjectMapper();

  /// Not closed: that would wait for the idle connection, and the process ends anyway.
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(UNTIL_CONNECTED).build();

  /// @param address where it serves, as it announced; nothing is shown there
  RunningServer(URI address) {
    this(address, null);
  }

  /// @param address where it serves, as it announced
  /// @param token what to show there; null for nothing
  RunningServer(URI address, @Nullable String token) {
    this.address = address;
    this.token = token;
  }

  @Override
  public String ask(String question, Filters filters) {
    var body = json.createObjectNode().put("message", question);
    body.set("filters", json(filters));
    return answer(
        request("/api/chat")
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
        request("/api/chat")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .timeout(UNTIL_ANSWERED)
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    var response = sent(request, BodyHandlers.ofLines());
    try (var lines = response.body()) {
      if (response.statusCode() != 200) {
        throw refused(lines.collect(Collectors.joining("\n")));
      }
      return followed(new EventLines(lines), statement);
    } catch (UncheckedIOException e) {
      throw new CommandException("the server at %s broke off".formatted(address), e);
    }
  }

  private String followed(EventLines events, Consumer<String> statement) {
    for (var event = events.next(); event.isPresent(); event = events.next()) {
      var data = event.get().data();
      switch (event.get().name()) {
        case "statement" -> statement.accept(data);
        case "done" -> {
          return data;
        }
        case "error" -> throw refused(data);
        default -> {
          // Evidence is of no use here.
        }
      }
    }
    throw new CommandException("the server at %s broke off".formatted(address));
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
    return answer(request("/api/search?" + String.join("&", parameters)));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address.resolve(path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
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
        sent(
            request.header("Accept", "application/json").timeout(UNTIL_ANSWERED).build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw refused(response.body());
    }
    return response.body();
  }

  private CommandException refused(String problem) {
    return new CommandException("the server at %s refused: %s".formatted(address, reason(problem)));
  }

  private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new CommandException("the server at %s does not answer".formatted(address), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while the server answers", e);
    }
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

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
