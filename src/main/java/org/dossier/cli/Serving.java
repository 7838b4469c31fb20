package org.dossier.cli;

import io.quarkus.runtime.Quarkus;
import jakarta.inject.Singleton;
import java.net.URI;
import org.dossier.corpus.Archive;
import org.dossier.corpus.DataFolder;
import org.dossier.index.Embedder;
import org.dossier.index.Follower;
import org.dossier.slack.SlackBot;

/// Serves the archive over HTTP until the process is told to end.
@Singleton
final class Serving {
  private final DataFolder folder;
  private final Archive archive;
  private final Follower follower;
  private final Embedder embedder;
  private final SlackBot slack;
  private final ServerAddress address;
  private final Interruption interruption;

  Serving(
      DataFolder folder,
      Archive archive,
      Follower follower,
      Embedder embedder,
      SlackBot slack,
      ServerAddress address,
      Interruption interruption) {
    this.folder = folder;
    this.archive = archive;
    this.follower = follower;
    this.embedder = embedder;
    this.slack = slack;
    this.address = address;
    this.interruption = interruption;
  }

  /// Says where it serves, computes vectors in the background, and returns at the end.
  ///
  /// @return the exit code
  int serve() {
    if (interruption.requested()) {
      return Interruption.EXIT_CODE;
    }
    var here = address.local();
    folder.announce(here);
    System.out.println(ready(here));
    follower.start();
    embedder.start();
    Quarkus.waitForExit();
    slack.stop();
    return 0;
  }

  private String ready(URI here) {
    var contents = Contents.of(archive.summary());
    int backlog = embedder.backlog();
    var vectors =
        backlog == 0
            ? ""
            : "%n%d passages are found by their words already; their vectors follow."
                .formatted(backlog);
    return """
    Dossier is ready: %s  (%s)%s

    Open it in a browser, or ask from another terminal:
      ./dossier ask "your question"
      curl -s %s/api/chat -H 'Content-Type: application/json' \\
        -d '{"message": "your question"}'

    Ctrl-C stops it.\
    """
        .formatted(here, contents, vectors, here);
  }
}
