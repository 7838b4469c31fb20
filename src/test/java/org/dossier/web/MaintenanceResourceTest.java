package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.database.DataFolder;
import org.dossier.maintenance.BackupFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Operations on the whole archive.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class MaintenanceResourceTest {
  @TempDir private Path folder;
  @Inject Archive archive;
  @Inject DataFolder data;

  @Test
  void backupsAreSentAndLeaveNoFiles() throws Exception {
    var sent = send("POST", "/api/backup");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.type()).isEqualTo("application/vnd.sqlite3");
    var manifest =
        BackupFile.receive(new ByteArrayInputStream(sent.body()), folder.resolve("a.backup"));
    assertThat(manifest.rowsOf("article")).isGreaterThanOrEqualTo(archive.summary().articles());
    assertThat(BackupFile.verify(folder.resolve("a.backup")).sound()).isTrue();
    assertThat(data.outgoingBackup()).doesNotExist();
  }

  @Test
  void aRebuiltIndexAnswersAsBefore() throws Exception {
    var question = "When did Iran and Russia sign the strategic cooperation agreement?";
    var before = Api.ask(question).path("answer");

    var built = send("POST", "/api/reindex");

    assertThat(built.status()).isEqualTo(200);
    assertThat(Api.parse(built.text()).path("passages").asInt()).isPositive();
    assertThat(Api.ask(question).path("answer")).isEqualTo(before);
    var reported = Api.get("/q/health/ready").json().path("checks").path(0).path("data");
    assertThat(reported.path("following").asBoolean()).isTrue();
  }

  @Test
  void theArchiveIsVerified() throws Exception {
    var report = Api.parse(send("POST", "/api/check-archive").text());

    assertThat(report.path("checks")).hasSizeGreaterThan(5);
    for (var check : report.path("checks")) {
      assertThat(check.path("problems").asInt()).as(check.toString()).isZero();
    }
  }

  /// A page of another site can make a browser send GET requests anywhere, as images or in frames.
  @ParameterizedTest
  @ValueSource(strings = {"/api/backup", "/api/check-archive", "/api/reindex"})
  void crossOriginPagesCannotStartMaintenance(String path) {
    var page = Map.of("Origin", "https://elsewhere.example");
    var frame = navigation("iframe");
    var link = navigation("document");

    assertThat(Api.send("POST", path, null, page).status()).isEqualTo(403);
    assertThat(Api.send("POST", path, null, frame).status()).isEqualTo(403);
    assertThat(Api.send("POST", path, null, link).status()).isEqualTo(403);
    assertThat(Api.send("GET", path, null, frame).status()).isEqualTo(403);
    assertThat(Api.send("GET", path, null, link).status()).isEqualTo(405);
    assertThat(Api.send("GET", path, null, Map.of()).status()).isEqualTo(405);
  }

  private static Map<String, String> navigation(String destination) {
    return Map.of(
        "Sec-Fetch-Site", "cross-site",
        "Sec-Fetch-Mode", "navigate",
        "Sec-Fetch-Dest", destination);
  }

  private record Sent(int status, String type, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private Sent send(String method, String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(Api.address(path)).method(method, BodyPublishers.noBody()).build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofByteArray());
      return new Sent(
          response.statusCode(),
          response.headers().firstValue("content-type").orElse(""),
          response.body());
    }
  }
}
