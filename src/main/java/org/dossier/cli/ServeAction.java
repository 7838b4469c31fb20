package org.dossier.cli;

import io.quarkus.runtime.Quarkus;
import jakarta.inject.Singleton;
import java.net.URI;
import org.dossier.archive.Archive;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.startup.ShutdownSignals;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.DataFolder;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.indexing.Follower;
import org.dossier.search.indexing.Purger;
import org.dossier.slack.SlackBot;
import org.dossier.web.GracefulShutdown;
import org.jboss.logging.Logger;

/// Serves the archive over HTTP until the process is told to end.
@Singleton
public final class ServeAction {
  private static final Logger LOG = Logger.getLogger(ServeAction.class);

  private final DataFolder folder;
  private final Archive archive;
  private final Follower follower;
  private final BackgroundEmbedder backgroundEmbedder;
  private final Purger purger;
  private final SlackBot slack;
  private final ServerAddress address;
  private final ShutdownGate shutdownGate;
  private final GracefulShutdown gracefulShutdown;
  private final ProgressOutput progressOutput;

  ServeAction(
      DataFolder folder,
      Archive archive,
      Follower follower,
      BackgroundEmbedder backgroundEmbedder,
      Purger purger,
      SlackBot slack,
      ServerAddress address,
      ShutdownGate shutdownGate,
      GracefulShutdown gracefulShutdown,
      ProgressOutput progressOutput) {
    this.folder = folder;
    this.archive = archive;
    this.follower = follower;
    this.backgroundEmbedder = backgroundEmbedder;
    this.purger = purger;
    this.slack = slack;
    this.address = address;
    this.shutdownGate = shutdownGate;
    this.gracefulShutdown = gracefulShutdown;
    this.progressOutput = progressOutput;
  }

  /// Says where it serves, computes vectors in the background, and returns at the end.
  ///
  /// @return the exit code
  public int serve() {
    if (shutdownGate.requested()) {
      return ShutdownGate.EXIT_CODE;
    }
    // Before anybody can know that there is something to stop.
    ShutdownSignals.onSignals();
    var here = address.local();
    folder.announce(here);
    welcome(here);
    follower.start();
    backgroundEmbedder.start();
    purger.start();
    Quarkus.waitForExit();
    stop();
    return 0;
  }

  /// What was begun is finished, as far as there is time.
  private void stop() {
    gracefulShutdown.start();
    slack.stop();
    int cutOff = gracefulShutdown.await();
    if (cutOff > 0) {
      LOG.warnf("%d requests took longer than there was time for, and are cut off", cutOff);
    }
  }

  private void welcome(URI here) {
    var ready =
        "Dossier is ready: %s  (%s)".formatted(here, ArchiveSummaryText.of(archive.summary()));
    int backlog = backgroundEmbedder.backlog();
    var vectors =
        backlog == 0
            ? ""
            : "%d passages are found by their words already; their vectors follow.\n"
                .formatted(backlog);
    if (progressOutput.logged()) {
      progressOutput.err().print(ready + '\n' + vectors);
    } else {
      System.out.println(ready + '\n' + vectors + howToAsk(here));
    }
  }

  private static String howToAsk(URI here) {
    return """

    Open it in a browser, or ask from another terminal:
      ./dossier ask "your question"
      curl -s %s/api/chat -H 'Content-Type: application/json' \\
        -d '{"message": "your question"}'

    Ctrl-C stops it.\
    """
        .formatted(here);
  }
}
