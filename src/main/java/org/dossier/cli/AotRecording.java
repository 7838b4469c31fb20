package org.dossier.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.cli.command.AskCommand;
import org.dossier.cli.command.SearchCommand;
import org.dossier.cli.startup.EmbeddingProgress;
import org.dossier.cli.terminal.Terminal;
import org.dossier.search.Filters;

/// Does once what the first user of a server and of the terminal will do. What it prints is of no
/// interest; that it fails is.
@Singleton
public final class AotRecording {
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

  private final Archive archive;
  private final EmbeddingProgress embeddingProgress;
  private final LocalBackend localBackend;
  private final ServerAddress address;

  AotRecording(
      Archive archive,
      EmbeddingProgress embeddingProgress,
      LocalBackend localBackend,
      ServerAddress address) {
    this.archive = archive;
    this.embeddingProgress = embeddingProgress;
    this.localBackend = localBackend;
    this.address = address;
  }

  /// Goes once through everything.
  ///
  /// @return the exit code
  public int record() {
    embeddingProgress.complete();
    var here = address.local();
    var source = archive.list(null, 1).getFirst();
    var question = source.article().headline();
    ask(question, localBackend);
    ask(question, new HttpBackend(here));
    try (var client = HttpClient.newHttpClient()) {
      for (var path : PATHS) {
        send(client, HttpRequest.newBuilder(here.resolve(path)));
      }
      send(client, HttpRequest.newBuilder(here.resolve("/articles/" + source.article().id())));
      send(client, streamRequest(question, here));
    }
    return 0;
  }

  private static void ask(String question, Backend backend) {
    var terminal = new Terminal(false, true, 80);
    var askAction = new AskAction(backend, terminal, System.out);
    var ask = new AskCommand();
    ask.words.add(question);
    askAction.ask(ask);
    var search = new SearchCommand();
    search.words.add(question);
    askAction.search(search);
    // One that it abstains from.
    backend.ask("What did Xyzzy Plugh say about 1234?", Filters.NONE);
  }

  private static HttpRequest.Builder streamRequest(String question, URI here) {
    return HttpRequest.newBuilder(here.resolve("/api/chat"))
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
