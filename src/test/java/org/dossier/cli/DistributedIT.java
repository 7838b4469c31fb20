package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.database.PostgresSettings;
import org.dossier.database.TestServer;
import org.dossier.search.opensearch.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three packaged servers that do not embed and two workers that do, on one PostgreSQL database and
/// one OpenSearch. The archive comes from a data folder.
class DistributedIT {
  private static final int ARTICLES = 300;

  /// The documented delay is two seconds; test machines may be slower.
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String WEIR = "Who built the weir at Skerton?";
  private static final String WEIR_ANSWER = "Josiah Thrupp";
  private static final String SEARCH = "/api/search?q=weir+Skerton";

  @TempDir Path home;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<ProgramFixture.Running> servers = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<ProgramFixture.Running> workers = new ArrayList<>();
  private ProgramFixture programFixture;
  private PostgresSettings database;

  @BeforeEach
  void migrate() throws Exception {
    programFixture = new ProgramFixture(home);
    database = TestServer.empty("distributed_archive");
    assertThat(programFixture.run("index", home.resolve("corpus").toString()).exitCode()).isZero();
    var backup = home.resolve("before.backup").toString();
    assertThat(programFixture.run("backup", backup).exitCode()).isZero();
    var restored = start(Map.of(), "restore", backup, "--data", folder("restoring")).ended();
    assertThat(restored.exitCode()).as(restored.err()).isZero();
    for (var name : List.of("a", "b", "c")) {
      servers.add(
          start(
              Map.of("DOSSIER_EMBED_WHILE_SERVING", "false"),
              "serve",
              "--port",
              "0",
              "--data",
              folder(name)));
    }
    for (var server : servers) {
      addresses.add(server.address());
    }
    workers.add(start(Map.of(), "embed"));
    workers.add(start(Map.of(), "embed"));
  }

  @AfterEach
  void end() {
    programFixture.close();
    http.close();
  }

  @Test
  void serversWithoutStateAnswerFromOneIndex() throws Exception {
    for (var server : addresses) {
      assertThat(answer(server, ProgramFixture.QUESTION)).contains("3 May 1999");
    }
    // The vectors of the backup are not computed again.
    assertThat(vectors()).isEqualTo(1);

    workersComputeTheVectors();
    changesAreAnsweredByAllServers();
    anotherServerAndWorkerContinue();

    for (var each : servers) {
      each.interrupt();
      assertThat(each.ended().exitCode()).isZero();
    }
    assertThat(home.resolve("a").resolve("index")).doesNotExist();
  }

  private void workersComputeTheVectors() throws Exception {
    var file = home.resolve("ferries.jsonl");
    Files.writeString(
        file,
        IntStream.range(0, ARTICLES)
            .mapToObj("{\"id\": \"f%1$d\", \"text\": \"Ferry %1$d is late again.\"}\n"::formatted)
            .collect(Collectors.joining()));
    var ingested =
        start(Map.of(), "index", "--no-vectors", "--data", folder("index"), file.toString())
            .ended();
    assertThat(ingested.exitCode()).as(ingested.err()).isZero();
    await(() -> vectors() == ARTICLES + 1);
    for (var server : addresses) {
      await(() -> health(server).contains("\"backlog\": 0"));
    }
  }

  private void changesAreAnsweredByAllServers() throws Exception {
    for (var server : addresses) {
      assertThat(get(server, SEARCH)).doesNotContain(WEIR_ANSWER);
    }
    assertThat(put(addresses.getFirst(), "weir", "The weir at Skerton was built by Josiah Thrupp."))
        .isEqualTo(201);
    long found = awaitAll(server -> get(server, SEARCH).contains(WEIR_ANSWER));
    for (var server : addresses) {
      assertThat(answer(server, WEIR)).contains(WEIR_ANSWER);
    }
    assertThat(
            send(HttpRequest.newBuilder(at(addresses.getLast(), "/api/articles/weir")).DELETE())
                .statusCode())
        .isEqualTo(204);
    long forgotten = awaitAll(server -> !get(server, SEARCH).contains(WEIR_ANSWER));
    for (var server : addresses) {
      assertThat(answer(server, WEIR)).doesNotContain(WEIR_ANSWER);
    }
    System.err.printf(
        "after its acknowledgement, a change is found by three servers within %d ms, and a deletion"
            + " within %d ms%n",
        found, forgotten);
  }

  /// Waits until the condition holds for every server, and returns the milliseconds.
  private long awaitAll(Condition condition) throws Exception {
    long start = System.nanoTime();
    for (var server : addresses) {
      await(() -> condition.holds(server));
    }
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private interface Condition {
    boolean holds(String server) throws Exception;
  }

  private void anotherServerAndWorkerContinue() throws Exception {
    servers.removeFirst().process().destroyForcibly().waitFor();
    addresses.removeFirst();
    workers.removeFirst().process().destroyForcibly().waitFor();
    long before = vectors();

    put(addresses.getFirst(), "mill", "The mill at Halton was bought by Ruth Eccles.");

    for (var server : addresses) {
      await(() -> answer(server, "Who bought the mill at Halton?").contains("Ruth Eccles"));
    }
    await(() -> vectors() == before + 1);
  }

  private long vectors() {
    return Long.parseLong(TestServer.value(database, "SELECT count(*) FROM embedding"));
  }

  private String folder(String name) {
    return home.resolve(name).toString();
  }

  private ProgramFixture.Running start(Map<String, String> more, String... arguments)
      throws IOException {
    var environment = new HashMap<>(more);
    environment.put("DOSSIER_DATABASE_URL", database.url());
    environment.put("DOSSIER_DATABASE_USER", String.valueOf(database.user()));
    environment.put(PostgresSettings.PASSWORD, String.valueOf(database.password()));
    environment.put("DOSSIER_SEARCH_URL", TestCluster.get().settings().url());
    environment.put("DOSSIER_SEARCH_REPLICAS", "0");
    return programFixture.start(environment, arguments);
  }

  private int put(String server, String id, String text) throws Exception {
    var body = JsonNodeFactory.instance.objectNode().put("title", id).put("text", text);
    return send(HttpRequest.newBuilder(at(server, "/api/articles/" + id))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString())))
        .statusCode();
  }

  private String answer(String server, String question) throws Exception {
    var body = JsonNodeFactory.instance.objectNode().put("message", question);
    return send(HttpRequest.newBuilder(at(server, "/api/chat"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())))
        .body();
  }

  private String health(String server) throws Exception {
    return get(server, "/q/health/ready");
  }

  private String get(String server, String path) throws Exception {
    return send(HttpRequest.newBuilder(at(server, path))).body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static URI at(String server, String path) {
    return URI.create(server).resolve(path);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
    }
  }
}
