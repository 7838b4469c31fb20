package org.dossier.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The clients in `examples/`, each run as a process against this server.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class ExamplesTest {
  private static final String ANSWERED =
      "When did Iran and Russia sign the strategic cooperation agreement?";
  private static final int TIMEOUT_SECONDS = 60;

  @TempDir private Path folder;

  @SuppressWarnings(
      "ImmutableEnumChecker") // The lists are immutable, but their type does not say so.
  enum Client {
    CURL(List.of("sh", "examples/ask.sh"), "curl", "jq"),
    JAVASCRIPT(List.of("node", "examples/ask.mjs"), "node"),
    PYTHON(List.of("python3", "examples/ask.py"), "python3"),
    JAVA(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(), "examples/Ask.java"));

    private final List<String> command;
    private final List<String> programs;

    Client(List<String> command, String... programs) {
      this.command = command;
      this.programs = List.of(programs);
    }

    private void assumeInstalled() {
      for (var program : programs) {
        assumeTrue(isOnPath(program), "no " + program + " on the PATH to run " + command.getLast());
      }
    }

    private static boolean isOnPath(String program) {
      return Stream.of(System.getenv("PATH").split(File.pathSeparator))
          .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
  }

  private record Ended(int exitCode, String out, String err) {}

  @ParameterizedTest
  @EnumSource
  void answersArePrintedWithNumberedCitations(Client client) throws Exception {
    var ended = run(client, Map.of(), ANSWERED);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out().lines())
        .hasSize(5)
        .satisfies(lines -> {
          assertThat(lines.getFirst()).contains("(11 November 2011)").endsWith(" [1]");
          assertThat(lines.get(2)).startsWith("[1] Tehran, Moscow sign").endsWith(", 2011-11-11");
          assertThat(lines.get(3)).startsWith("    “Iran and Russia signed").endsWith("”");
          assertThat(lines.getLast())
              .startsWith("    " + address() + "/articles/2011-11-11-")
              .endsWith("#cited");
        });
  }

  /// The question has characters that JSON escapes.
  @ParameterizedTest
  @EnumSource
  void abstentionsArePrintedWithTheNearestArticles(Client client) throws Exception {
    var ended = run(client, Map.of(), "Who said \"never mind C:\\new\" in Reykjavik?");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).startsWith("No answer: ").contains("Reykjavik", "\n- ");
  }

  @ParameterizedTest
  @EnumSource
  void theOtherOutcomesHaveExitCodesOfTheirOwn(Client client) throws Exception {
    var outcomes =
        Map.of(
            "related",
            new Ended(
                4, "No article states this directly. Closest:\nIt opened. [1]\n\n[1] The", ""),
            "clarify",
            new Ended(5, "Which bridge?\n- The old one?\n- The new one?\n", ""),
            "about",
            new Ended(0, "Hello.\n", ""));
    var server = serveOutcomes();
    try {
      var address = "http://127.0.0.1:" + server.getAddress().getPort();
      for (var outcome : outcomes.entrySet()) {
        var ended = run(client, Map.of("DOSSIER_URL", address), outcome.getKey());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(outcome.getValue().exitCode());
        assertThat(ended.out()).startsWith(outcome.getValue().out());
      }
    } finally {
      server.stop(0);
    }
  }

  /// A server that replies to a message with the outcome that the message names.
  private static HttpServer serveOutcomes() throws IOException {
    var article =
        "{\"id\": \"b\", \"title\": \"The bridge\", \"publisher\": null, \"published\": null}";
    var citation =
        "{\"number\": 1, \"article\": %s, \"quote\": \"It opened.\", \"link\": \"/articles/b\"}"
            .formatted(article);
    var statement = "{\"text\": \"It opened.\", \"citations\": [1], \"status\": \"related\"}";
    var replies =
        Map.of(
            "related",
            "{\"status\": \"related\", \"answer\": \"It opened. [1]\", \"citations\": [%s]}"
                .formatted(citation),
            "clarify",
            "{\"status\": \"clarify\", \"answer\": \"Which bridge?\", \"citations\": [], \"clarification\":"
                + " {\"text\": \"Which bridge?\", \"choices\": [\"The old one?\", \"The new one?\"]}}",
            "about",
            "{\"status\": \"about\", \"answer\": \"Hello.\", \"citations\": []}");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/chat",
        exchange -> {
          var outcome = Api.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          var reply = Objects.requireNonNull(replies.get(outcome.path("message").asText()));
          boolean isStream =
              "text/event-stream".equals(exchange.getRequestHeaders().getFirst("Accept"));
          var events =
              (reply.contains("It opened.") ? "event:statement\ndata:" + statement + "\n\n" : "")
                  + "event:done\ndata:"
                  + reply
                  + "\n\n";
          var bytes = (isStream ? events : reply).getBytes(UTF_8);
          exchange
              .getResponseHeaders()
              .set("Content-Type", isStream ? "text/event-stream" : "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @EnumSource
  void problemDocumentsAreReported(Client client) throws Exception {
    var tooLong = run(client, Map.of(), "x".repeat(2_001));
    var wrongToken = run(client, Map.of("DOSSIER_TOKEN", "wrong"), ANSWERED);

    assertThat(tooLong.err()).startsWith("400 ").contains("message", "2000").hasLineCount(1);
    assertThat(wrongToken.err()).startsWith("401 ").hasLineCount(1);
    assertThat(List.of(tooLong, wrongToken))
        .allSatisfy(ended -> {
          assertThat(ended.exitCode()).isEqualTo(1);
          assertThat(ended.out()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void unreachableServersAndWrongUsageAreReported(Client client) throws Exception {
    var unreachable = run(client, Map.of("DOSSIER_URL", "http://127.0.0.1:1"), ANSWERED);
    var wrongUsage = run(client, Map.of());

    assertThat(unreachable.err()).isNotBlank().doesNotContain("\tat ", "Traceback");
    assertThat(unreachable.exitCode()).isEqualTo(1);
    assertThat(wrongUsage.err()).startsWith("usage: ");
    assertThat(wrongUsage.exitCode()).isEqualTo(2);
  }

  private Ended run(Client client, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    client.assumeInstalled();
    var command = new ArrayList<>(client.command);
    command.addAll(List.of(arguments));
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().put("DOSSIER_URL", address());
    builder.environment().putAll(environment);
    var process = builder.start();
    try {
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String address() {
    return "http://127.0.0.1:" + RestAssured.port;
  }
}
