package org.dossier.cli.command;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.cli.Backend;
import org.dossier.cli.CommandException;
import org.dossier.cli.HttpBackend;
import org.dossier.cli.LocalBackend;
import org.dossier.cli.ServerAddress;
import org.dossier.cli.startup.EmbeddingProgress;
import org.dossier.cli.terminal.Terminal;
import org.dossier.search.Filters;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Executes the common requests of a server and of the terminal once, so that the JVM can record
/// the classes that they need (JEP 483). Only the launcher uses it, after a build. Its output does
/// not matter; a failure does.
@CommandLine.Command(
    name = "aot-record",
    hidden = true,
    description = "Execute the common requests once, to record the AOT cache for quick starts.")
public final class AotRecordCommand implements Command {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/widget.js",
          "/api/archive",
          "/api/articles",
          "/q/health",
          "/q/health/ready",
          "/q/openapi",
          "/q/metrics");

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public DataFolderCheck.Requirement dataRequirement() {
    return DataFolderCheck.Requirement.NOTHING;
  }

  @Override
  public Map<String, String> settings() {
    var settings = common.settings();
    settings.put("dossier.serving", "true");
    settings.put("dossier.demo", "true");
    settings.computeIfAbsent("dossier.data", _ -> temporaryFolder());
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.port", "0");
    settings.put("quarkus.log.level", "WARN");
    return settings;
  }

  private static String temporaryFolder() {
    try {
      return Files.createTempDirectory("dossier").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int run(CommandContext context) {
    context.get(EmbeddingProgress.class).complete();
    var server = context.get(ServerAddress.class).local();
    var article = context.get(Archive.class).list(null, 1).getFirst().article();
    var question = article.headline();
    ask(question, context.get(LocalBackend.class));
    ask(question, new HttpBackend(server));
    try (var client = HttpClient.newHttpClient()) {
      for (var path : PATHS) {
        send(client, HttpRequest.newBuilder(server.resolve(path)));
      }
      send(client, HttpRequest.newBuilder(server.resolve("/articles/" + article.id())));
      send(client, streamRequest(question, server));
    }
    return 0;
  }

  private static void ask(String question, Backend backend) {
    var terminal = new Terminal(false, true, 80);
    var ask = new AskCommand();
    ask.words.add(question);
    ask.ask(backend, terminal, System.out);
    var search = new SearchCommand();
    search.words.add(question);
    search.search(backend, terminal, System.out);
    // A question that the archive does not answer.
    backend.ask("What did Xyzzy Plugh say about 1234?", Filters.NONE);
  }

  private static HttpRequest.Builder streamRequest(String question, URI server) {
    return HttpRequest.newBuilder(server.resolve("/api/chat"))
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream")
        .POST(BodyPublishers.ofString("{\"message\": " + TextNode.valueOf(question) + "}"));
  }

  private static void send(HttpClient client, HttpRequest.Builder request) {
    try {
      client.send(request.build(), BodyHandlers.discarding());
    } catch (IOException e) {
      throw new CommandException("the server does not answer itself", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", e);
    }
  }
}
