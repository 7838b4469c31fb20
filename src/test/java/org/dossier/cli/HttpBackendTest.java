package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dossier.search.Filters;
import org.dossier.web.json.StatementEventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpBackendTest {
  private static final Filters NARROW =
      new Filters(LocalDate.of(2011, 11, 1), null, new LinkedHashSet<>(List.of("B & C", "A")));

  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> shown = new ConcurrentLinkedQueue<>();
  private HttpServer http;
  private int status = 200;
  private String reply = "{\"status\": \"answered\"}";

  @BeforeEach
  void start() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          shown.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          var bytes = reply.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    http.start();
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  @Test
  void questionIsSentInTheFormatOfTheHttpApi() throws IOException {
    assertThat(server().ask("Who “signed”?\n", NARROW).status()).isEqualTo("answered");
    var request = requests.remove();
    assertThat(request).startsWith("POST /api/chat ");
    assertThat(new ObjectMapper().readTree(request.substring("POST /api/chat ".length())))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"message": "Who “signed”?\\n",
                     "filters": {"publishedFrom": "2011-11-01", "publishers": ["A", "B & C"]}}
                    """));
  }

  @Test
  void tokenIsSentWithEveryRequestIfPresent() {
    server().ask("What?", Filters.NONE);
    assertThat(shown).isEmpty();

    var server = new HttpBackend(address(), "dossier_abc");
    server.ask("What?", Filters.NONE);
    server.search("what", Filters.NONE, null);
    assertThat(shown).containsExactly("Bearer dossier_abc", "Bearer dossier_abc");
  }

  @Test
  void queryIsPercentEncoded() {
    server().search("a&b=c +d ü?", NARROW, 3);
    var request = requests.remove();
    assertThat(request).startsWith("GET /api/search?q=a%26b%3Dc");
    assertThat(URLDecoder.decode(request, StandardCharsets.UTF_8))
        .isEqualTo(
            "GET /api/search?q=a&b=c +d ü?&limit=3&publishedFrom=2011-11-01&publisher=A&publisher=B & C ");
  }

  @Test
  void statementsAreForwardedAsEventsArrive() throws IOException {
    reply =
        """
        event:evidence
        data:{"question": "And the bridge?", "evidence": []}

        event:statement
        data:{"text": "One."}

        event:statement
        data:{"text": "Two."}

        event:done
        data:{"status": "answered"}

        """;
    var parts = new ArrayList<String>();

    var done = server().converse("c1", "And?", Filters.NONE, addingTo(parts));

    assertThat(parts).containsExactly("And the bridge?", "One.", "Two.");
    assertThat(done.status()).isEqualTo("answered");
    var body = requests.remove().substring("POST /api/chat ".length());
    assertThat(new ObjectMapper().readTree(body))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"message": "And?", "filters": {"publishers": []}, "conversation": "c1"}
                    """));
  }

  private static Backend.ReplyListener addingTo(List<String> parts) {
    return new Backend.ReplyListener() {
      @Override
      public void question(String question) {
        parts.add(question);
      }

      @Override
      public void statement(StatementEventJson statement) {
        parts.add(statement.text());
      }
    };
  }

  @Test
  void errorEventAndPrematureEndAreReported() {
    reply = "event:error\ndata:{\"detail\": \"it took too long\"}\n\n";
    assertThatThrownBy(
            () -> server().converse(null, "And?", Filters.NONE, addingTo(new ArrayList<>())))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("it took too long");

    reply = "event:statement\ndata:{}\n\n";
    assertThatThrownBy(
            () -> server().converse(null, "And?", Filters.NONE, addingTo(new ArrayList<>())))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("closed the connection");
  }

  @Test
  void rejectionShowsTheMessageOfTheServer() {
    status = 400;
    reply = "{\"title\": \"Invalid field\", \"detail\": \"message: is too long\"}";
    assertThatThrownBy(() -> server().ask("What?", Filters.NONE))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("message: is too long");
    assertThatThrownBy(
            () -> server().converse(null, "What?", Filters.NONE, addingTo(new ArrayList<>())))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("message: is too long");
  }

  @Test
  void unparseableReplyIsReported() {
    reply = "<html>";
    assertThatThrownBy(() -> server().ask("What?", Filters.NONE))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("cannot be parsed");
  }

  @Test
  void unreachableServerIsNamed() {
    var address = address();
    http.stop(0);
    assertThatThrownBy(() -> new HttpBackend(address).ask("What?", Filters.NONE))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(address.toString());
  }

  private HttpBackend server() {
    return new HttpBackend(address());
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }
}
