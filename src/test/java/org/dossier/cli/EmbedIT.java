package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.database.PostgresSettings;
import org.dossier.database.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program as a worker that embeds.
class EmbedIT {
  private static final int ARTICLES = 600;

  @TempDir Path home;
  private ProgramFixture programFixture;

  @BeforeEach
  void setUp() throws IOException {
    programFixture = new ProgramFixture(home);
  }

  @AfterEach
  void close() {
    programFixture.close();
  }

  @Test
  void archiveInADataFolderIsCompleted() throws Exception {
    var corpus = home.resolve("corpus").toString();
    assertThat(programFixture.run("index", "--no-vectors", corpus).exitCode()).isZero();

    var embedded = programFixture.run("embed");

    assertThat(embedded.exitCode()).as(embedded.err()).isZero();
    assertThat(embedded.out()).isEqualTo("Embedded 1 passages; no vector is missing.\n");
    assertThat(embedded.err()).contains("one process uses at a time");
    assertThat(programFixture.run("embed", "--once").out()).startsWith("Embedded 0 passages;");
    assertThat(programFixture.run("check-archive").out()).contains("No problem was found.");
  }

  @Test
  void serverWithTheDataFolderEmbedsItself() throws Exception {
    var address = programFixture.start("serve", "--demo", "--port", "0").address();

    var refused = programFixture.run("embed");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(address, "computes the vectors itself");
  }

  @Test
  void anUnusedFolderIsReported() throws Exception {
    var refused = programFixture.run("embed", "--data", home.resolve("none").toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("there is no archive in");
  }

  @Test
  void workersOnADatabaseServerWaitForArticlesAndDivideThem() throws Exception {
    var database = TestServer.empty("embedding_workers");
    var workers = List.of(start(database, "embed"), start(database, "embed"));
    for (var worker : workers) {
      worker.awaitErr(text -> text.contains("vectors: all articles have them"));
    }

    var ingested =
        start(database, "index", "--no-vectors", "--data", data(), articles().toString()).ended();
    assertThat(ingested.exitCode()).as(ingested.err()).isZero();
    var rest = start(database, "embed", "--once").ended();

    assertThat(rest.exitCode()).as(rest.err()).isZero();
    assertThat(rest.out()).contains("no vector is missing");
    var vectors = TestServer.value(database, "SELECT count(*) FROM embedding");
    assertThat(vectors).isEqualTo(String.valueOf(ARTICLES));
    int passages = passages(rest.out());
    for (var worker : workers) {
      worker.interrupt();
      var ended = worker.ended();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.err()).doesNotContain("ERROR", "WARN");
      passages += passages(ended.out());
    }
    assertThat(passages).isEqualTo(ARTICLES);
    assertThat(TestServer.value(database, "SELECT count(*) FROM embedding_claim")).isEqualTo("0");
    assertThat(TestServer.value(database, "SELECT count(*) FROM process")).isEqualTo("0");
  }

  private static int passages(String out) {
    return Integer.parseInt(out.replaceFirst("(?s)Embedded (\\d+) passages.*", "$1"));
  }

  private String data() {
    return home.resolve("data-of-index").toString();
  }

  private Path articles() throws IOException {
    var file = home.resolve("ferries.jsonl");
    Files.writeString(
        file,
        IntStream.range(0, ARTICLES)
            .mapToObj("{\"id\": \"f%1$d\", \"text\": \"Ferry %1$d is late again.\"}\n"::formatted)
            .collect(Collectors.joining()));
    return file;
  }

  private ProgramFixture.Running start(PostgresSettings database, String... arguments)
      throws IOException {
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
}
