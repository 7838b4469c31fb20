package org.dossier.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.dossier.cli.command.BackupCommand;
import org.dossier.maintenance.BackupFile;
import org.dossier.maintenance.IntegrityReport;

/// A server that is told over HTTP to keep the archive it works on. Each method waits as long as it
/// takes, and returns the exit code.
public final class RemoteMaintenance {
  private final ServerClient server;
  private final PrintStream out;
  private final PrintStream err;
  private final ObjectMapper json = new ObjectMapper();

  public RemoteMaintenance(ServerClient server, PrintStream out, PrintStream err) {
    this.server = server;
    this.out = out;
    this.err = err;
  }

  public int backUp(BackupCommand command) {
    err.println("the server at %s writes a backup, and then sends it".formatted(server.address()));
    try (var arriving = answer(server.request("/api/backup").POST(BodyPublishers.noBody()))) {
      var manifest = BackupFile.receive(arriving, command.file);
      out.println(MaintenanceOutput.backedUp(manifest, command.file));
      command.tidy();
      return 0;
    } catch (IOException e) {
      throw server.brokenOff(e);
    }
  }

  public int checkArchive() {
    err.println("the server at %s looks its archive through".formatted(server.address()));
    var integrityReport =
        read(
            server.request("/api/check-archive").POST(BodyPublishers.noBody()),
            IntegrityReport.class);
    MaintenanceOutput.report(integrityReport).forEach(out::println);
    return integrityReport.sound() ? 0 : 1;
  }

  public int reindex() {
    err.println(
        "the server at %s rebuilds its index, and answers questions meanwhile"
            .formatted(server.address()));
    var built = read(server.request("/api/reindex").POST(BodyPublishers.noBody()), Built.class);
    out.printf(
        Locale.ROOT,
        "The index is new: %,d passages, %,d with vectors.%n",
        built.passages(),
        built.vectors());
    return 0;
  }

  /// What the server says of its new index.
  private record Built(long generation, long passages, long vectors) {}

  private <T> T read(HttpRequest.Builder request, Class<T> type) {
    try (var body = answer(request)) {
      return json.readValue(body, type);
    } catch (IOException e) {
      throw server.brokenOff(e);
    }
  }

  private InputStream answer(HttpRequest.Builder request) throws IOException {
    var response = server.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() == 200) {
      return response.body();
    }
    try (var body = response.body()) {
      throw server.rejected(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
