package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log of the packaged server for requests of a hostile client.
class LogIT {
  private static final String HOSTILE = "Who opened it?\\n09:00:00 ERROR forged\\u001b[2J";
  private static final String SECRET = "secret-0123456789-abcdefghij";

  @TempDir Path home;

  @Test
  void jsonLogHasOneObjectPerLine() throws Exception {
    ProgramFixture.Running.Ended ended;
    try (var programFixture = new ProgramFixture(home)) {
      var server =
          programFixture.start(
              List.of("-Ddossier.observability.log.json=true"), "serve", "--port", "0");
      ask(server.loggedAddress());
      server.interrupt();
      ended = server.ended();
    }

    var json = new ObjectMapper();
    var objects = new ArrayList<JsonNode>();
    for (var line : ended.err().lines().filter(LogIT::isOfTheProgram).toList()) {
      objects.add(json.readTree(line));
    }
    assertThat(ended.out()).isEmpty();
    assertThat(objects).allMatch(line -> line.hasNonNull("timestamp") && line.hasNonNull("level"));
    assertThat(objects)
        .extracting(line -> line.path("message").asText())
        .anyMatch(message ->
            message.startsWith("The new archive was filled with the sample articles of corpus/"))
        .anyMatch(message -> message.startsWith("Dossier is ready: http://127.0.0.1:"));
    var question =
        objects.stream()
            .filter(line -> line.path("loggerName").asText().equals("dossier.questions"))
            .findFirst()
            .orElseThrow();
    assertThat(question.at("/mdc/requestId").asText()).isEqualTo("it-is-me-1234");
    assertThat(question.at("/mdc/outcome").asText()).isNotBlank();
    assertThat(question.at("/mdc/ms").asInt(-1)).isNotNegative();
    assertThat(ended.err()).doesNotContain("opened", SECRET);
  }

  /// Excludes the warning of the JVM about incubator modules.
  private static boolean isOfTheProgram(String line) {
    return !line.startsWith("WARNING: Using incubator modules");
  }

  @Test
  void requestsCannotForgeLogLines() throws Exception {
    var log = log();

    assertThat(log).contains("question=Who opened it?\\u000a09:00:00 ERROR forged\\u001b[2J");
    assertThat(log.lines()).noneMatch(line -> line.startsWith("09:00:00"));
    assertThat(log).doesNotContain("\u001b", SECRET);
  }

  /// The log, with questions, from its first line.
  private String log() throws Exception {
    try (var programFixture = new ProgramFixture(home)) {
      var questions = List.of("-Ddossier.observability.log.questions=true");
      var server = programFixture.start(questions, "serve", "--port", "0");
      ask(server.address());
      server.interrupt();
      var lines = server.ended().err().lines();
      return String.join("\n", lines.dropWhile(line -> !line.contains("INFO")).toList()) + "\n";
    }
  }

  private static void ask(String address) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api/chat"))
            .header("Content-Type", "application/json")
            .header("X-Request-Id", "it-is-me-1234")
            .header("Cookie", "session=" + SECRET)
            .header("Dossier-Client", SECRET)
            .POST(BodyPublishers.ofString("{\"message\": \"" + HOSTILE + "\"}"));
    try (var client = HttpClient.newHttpClient()) {
      client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
