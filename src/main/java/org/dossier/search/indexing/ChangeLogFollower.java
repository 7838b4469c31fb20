package org.dossier.search.indexing;

import java.time.Duration;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.search.PassageIndex;

/// Applies the changes that other processes write to the archive to an index, several times per
/// second, and commits the index every 30 seconds. After a failure it logs the cause and retries.
public final class ChangeLogFollower implements AutoCloseable {
  /// A change must be searchable in all processes within two seconds, indexing included.
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private static final int POLLS_PER_COMMIT = 120;

  private final PassageIndex index;
  private final Runnable alongside;
  private final BackgroundWorker backgroundWorker =
      new BackgroundWorker("index-follower", POLL_INTERVAL, this::poll);
  private int polls;

  /// @param alongside other work that follows the archive; runs after each poll
  public ChangeLogFollower(PassageIndex index, Runnable alongside) {
    this.index = index;
    this.alongside = alongside;
  }

  /// Starts on its own thread. To be called once.
  public void start() {
    backgroundWorker.start();
  }

  /// Stops after the poll in progress. To be called before the index is closed.
  @Override
  public void close() {
    backgroundWorker.close();
  }

  private boolean poll() {
    index.catchUp();
    alongside.run();
    polls++;
    if (polls % POLLS_PER_COMMIT == 0) {
      index.commit();
    }
    return false;
  }
}
