package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The words of a withdrawn article leave every file of the data folder within a minute, while the
/// server runs.
class WithdrawnWordsIT {
  private static final List<String> WORDS = List.of("zanzobar", "murgatroyd", "quillfeather");

  private static final String ARTICLE =
      """
      {"title": "Zanzobar quay opens", "publisher": "Quillfeather", "language": "en",
       "text": "The Zanzobar quay opened on 7 June 2003 in the fog. Murgatroyd cut the rope."}
      """;

  @TempDir private Path home;
  private final HttpClient client = HttpClient.newHttpClient();
  private ProgramFixture programFixture;
  private Path data;

  @BeforeEach
  void setUp() throws IOException {
    programFixture = new ProgramFixture(home);
    data = home.resolve("data");
  }

  @AfterEach
  void close() {
    programFixture.close();
    client.close();
  }

  @Test
  void withdrawnWordsLeaveTheDiskWithinAMinute() throws Exception {
    var server = programFixture.start("serve", "--port", "0");
    var address = server.address();
    send(address, "PUT", "/api/articles/quay", ARTICLE);
    var answer =
        send(address, "POST", "/api/chat", "{\"message\": \"Which quay opened on 7 June 2003?\"}");
    assertThat(answer).contains("Zanzobar");
    assertThat(filesWithWords()).isNotEmpty();

    send(address, "DELETE", "/api/articles/quay", "");

    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!filesWithWords().isEmpty()) {
      assertThat(System.nanoTime()).as(filesWithWords().toString()).isLessThan(end);
      server.process().waitFor(100, TimeUnit.MILLISECONDS);
    }
    server.interrupt();
    assertThat(server.ended().err()).doesNotContain("ERROR", "Exception");
    assertThat(filesWithWords()).isEmpty();
  }

  private String send(String address, String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var response = client.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
    return response.body();
  }

  private List<Path> filesWithWords() throws IOException {
    try (var files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> WORDS.stream().anyMatch(text(file)::contains))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT);
    } catch (IOException _) {
      // A file that was deleted concurrently has no words.
      return "";
    }
  }
}
