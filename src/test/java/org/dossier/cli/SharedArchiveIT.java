package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.database.PostgresSettings;
import org.dossier.database.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three packaged servers, each with its own data folder, on one PostgreSQL database.
class SharedArchiveIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /// The documented delay is two seconds; test machines may be slower.
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String WEIR = "Who built the weir at Skerton?";
  private static final String WEIR_ANSWER = "Josiah Thrupp";

  @TempDir Path home;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Server> servers = new ArrayList<>();
  private ProgramFixture programFixture;
  private PostgresSettings database;

  private record Server(Path data, ProgramFixture.Running running, String address) {}

  @BeforeEach
  void serveThreeTimes() throws Exception {
    programFixture = new ProgramFixture(home);
    database = TestServer.empty("shared_archive");
    // Started concurrently, so that one migrates and the others wait for it.
    var started = new ArrayList<Server>();
    for (var name : List.of("a", "b", "c")) {
      var data = home.resolve(name);
      started.add(
          new Server(
              data, start("serve", "--demo", "--port", "0", "--data", data.toString()), "not yet"));
    }
    for (var server : started) {
      servers.add(new Server(server.data(), server.running(), server.running().address()));
    }
  }

  @AfterEach
  void end() {
    programFixture.close();
    http.close();
  }

  @Test
  void threeProcessesAnswerFromOneArchive() throws Exception {
    for (var server : servers) {
      assertThat(answer(server, ProgramFixture.QUESTION)).contains("3 May 1999");
    }
    articleIsAnsweredByAllServers();
    duplicateQuestionIsAnsweredOnce();
    deletedArticleIsForgottenByAllServers();
    articlesAreIngestedAlongsideTheServers();
    lostDatabaseConnectionsAreRestored();
    theOthersContinueWithoutAKilledOne();
    for (var server : servers) {
      server.running().interrupt();
      assertThat(server.running().ended().err()).doesNotContain("ERROR", "trying again");
    }
  }

  private void articleIsAnsweredByAllServers() throws Exception {
    assertThat(put(servers.getFirst(), "weir", "The weir at Skerton was built by Josiah Thrupp."))
        .isEqualTo(201);
    for (var server : servers) {
      await(SOON, () -> answer(server, WEIR).contains(WEIR_ANSWER));
    }
  }

  private void duplicateQuestionIsAnsweredOnce() throws Exception {
    var replies =
        Stream.of(servers.get(0), servers.get(1), servers.get(2), servers.get(0))
            .map(server ->
                http.sendAsync(
                    chat(server, ProgramFixture.QUESTION)
                        .header("Idempotency-Key", "sent-to-all-at-once-123")
                        .build(),
                    BodyHandlers.ofString()))
            .toList()
            .stream()
            .map(reply -> reply.join().body())
            .collect(Collectors.toSet());

    assertThat(replies).hasSize(1);
  }

  private void deletedArticleIsForgottenByAllServers() throws Exception {
    var asked = json(send(chat(servers.get(1), WEIR)));
    var conversation = "/api/conversations/" + asked.path("conversation").asText();
    assertThat(get(servers.get(0), conversation)).contains(WEIR_ANSWER);

    var deletion = HttpRequest.newBuilder(at(servers.get(2), "/api/articles/weir")).DELETE();
    assertThat(send(deletion).statusCode()).isEqualTo(204);

    for (var server : servers) {
      assertThat(get(server, conversation)).doesNotContain(WEIR_ANSWER);
      await(SOON, () -> !get(server, "/api/search?q=weir").contains(WEIR_ANSWER));
      assertThat(answer(server, WEIR)).doesNotContain(WEIR_ANSWER);
    }
  }

  private void articlesAreIngestedAlongsideTheServers() throws Exception {
    var file = home.resolve("quay.md");
    Files.writeString(
        file, "# The quay\n\nThe quay at Glasson was widened by Nora Pike in 2003.\n");

    var indexing =
        start("index", "--data", servers.getFirst().data().toString(), file.toString()).ended();

    assertThat(indexing.exitCode()).as(indexing.err()).isZero();
    assertThat(indexing.out()).contains("added 1", "left to the process that has the data folder");
    for (var server : servers) {
      await(SOON, () -> answer(server, "Who widened the quay at Glasson?").contains("Nora Pike"));
    }
  }

  private void lostDatabaseConnectionsAreRestored() throws Exception {
    TestServer.disconnectAll(database);

    for (var server : servers) {
      await(SOON, () -> answer(server, ProgramFixture.QUESTION).contains("3 May 1999"));
    }
    assertThat(put(servers.get(1), "lamp", "The lamp on the quay was lit by Tom Rudge."))
        .isEqualTo(201);
    for (var server : servers) {
      await(SOON, () -> answer(server, "Who lit the lamp on the quay?").contains("Tom Rudge"));
    }
  }

  private void theOthersContinueWithoutAKilledOne() throws Exception {
    for (var server : servers) {
      await(TIMEOUT, () -> backlog(server) == 0);
    }
    servers.removeFirst().running().process().destroyForcibly().waitFor();

    put(servers.getFirst(), "mill", "The mill at Halton was bought by Ruth Eccles.");

    for (var server : servers) {
      await(SOON, () -> answer(server, "Who bought the mill at Halton?").contains("Ruth Eccles"));
      await(TIMEOUT, () -> backlog(server) == 0);
    }
  }

  private ProgramFixture.Running start(String... arguments) throws IOException {
    return programFixture.start(
        Map.of(
            "DOSSIER_DATABASE_URL",
            database.url(),
            "DOSSIER_DATABASE_USER",
            String.valueOf(database.user()),
            PostgresSettings.PASSWORD,
            String.valueOf(database.password())),
        arguments);
  }

  private int put(Server server, String id, String text) throws Exception {
    var body = JsonNodeFactory.instance.objectNode().put("title", id).put("text", text);
    return send(HttpRequest.newBuilder(at(server, "/api/articles/" + id))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString())))
        .statusCode();
  }

  private String answer(Server server, String question) throws Exception {
    return send(chat(server, question)).body();
  }

  private int backlog(Server server) throws Exception {
    var health = json(send(HttpRequest.newBuilder(at(server, "/q/health/ready"))));
    return health.at("/checks/0/data/backlog").asInt(-1);
  }

  private String get(Server server, String path) throws Exception {
    return send(HttpRequest.newBuilder(at(server, path))).body();
  }

  private static HttpRequest.Builder chat(Server server, String question) {
    var body = JsonNodeFactory.instance.objectNode().put("message", question);
    return HttpRequest.newBuilder(at(server, "/api/chat"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  private static URI at(Server server, String path) {
    return URI.create(server.address()).resolve(path);
  }

  private static void await(Duration timeout, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + timeout.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
    }
  }
}
