package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.dossier.backup.BackupFile;
import org.dossier.backup.Report;

/// A server that is told over HTTP to keep the archive it works on. Each method waits as long as it
/// takes, and returns the exit code.
final class OperatedServer {
  private static final String TOKEN = "DOSSIER_TOKEN";
  private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(5);

  private final URI address;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final ObjectMapper json = new ObjectMapper();

  /// Not closed: that would wait for the idle connection, and the process ends anyway.
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(UNTIL_CONNECTED).build();

  /// @param environment may have the token that the server wants, as `DOSSIER_TOKEN`
  OperatedServer(URI address, Map<String, String> environment, PrintStream out, PrintStream err) {
    this.address = address;
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  int backUp(BackupCommand command) {
    err.println("the server at %s writes a backup, and then sends it".formatted(address));
    try (var arriving = answer(request("/api/backup").GET())) {
      var manifest = BackupFile.receive(arriving, command.file);
      out.println(KeepingText.backedUp(manifest, command.file));
      command.tidy();
      return 0;
    } catch (IOException e) {
      throw new CommandException("the server at %s broke off".formatted(address), e);
    }
  }

  int verify() {
    err.println("the server at %s looks its archive through".formatted(address));
    var report = read(request("/api/verify").GET(), Report.class);
    KeepingText.report(report).forEach(out::println);
    return report.sound() ? 0 : 1;
  }

  int rebuild() {
    err.println("the server at %s builds its index anew, and answers meanwhile".formatted(address));
    var built = read(request("/api/rebuild").POST(BodyPublishers.noBody()), Built.class);
    out.printf(
        Locale.ROOT,
        "The index is new: %,d passages, %,d with vectors.%n",
        built.passages(),
        built.vectors());
    return 0;
  }

  /// What the server says of its new index.
  private record Built(long generation, long passages, long vectors) {}

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(address.resolve(path));
    var token = environment.get(TOKEN);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private <T> T read(HttpRequest.Builder request, Class<T> type) {
    try (var body = answer(request)) {
      return json.readValue(body, type);
    } catch (IOException e) {
      throw new CommandException("the server at %s broke off".formatted(address), e);
    }
  }

  private InputStream answer(HttpRequest.Builder request) throws IOException {
    var response = sent(request.build());
    if (response.statusCode() == 200) {
      return response.body();
    }
    try (var body = response.body()) {
      throw new CommandException(
          "the server at %s refused: %s"
              .formatted(address, reason(new String(body.readAllBytes(), StandardCharsets.UTF_8))));
    }
  }

  private HttpResponse<InputStream> sent(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
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
}
