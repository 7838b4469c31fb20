package org.dossier.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.dossier.cli.HttpBackend;
import org.dossier.cli.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `./dossier ask` with a server whose reply is constructed.
class AskCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private HttpServer server;
  private String reply = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/chat",
        exchange -> {
          var bytes = reply.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"answered, 0", "about, 0", "abstained, 3", "related, 4", "clarify, 5"})
  void theExitCodeIsThatOfTheOutcome(String status, int exitCode) {
    reply =
        """
        {"status": "%s", "answer": "It opened.", "citations": [], "notes": [], "followUps": [],
         "answeredBy": {"kind": "extractive"}}
        """
            .formatted(status);

    assertThat(ask(false)).isEqualTo(exitCode);
    assertThat(out.toString(UTF_8)).contains("It opened.");
    assertThat(ask(true)).isEqualTo(exitCode);
    assertThat(out.toString(UTF_8)).contains("\"status\":\"" + status + "\"");
  }

  private int ask(boolean json) {
    var command = new AskCommand();
    command.words = List.of("When?");
    command.json = json;
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return command.ask(
        new HttpBackend(address),
        new Terminal(false, false, 80),
        new PrintStream(out, true, UTF_8));
  }
}
