package org.dossier.search.indexing;

import java.time.Duration;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.search.PassageIndex;

/// Removes the text of withdrawn articles from the files of an index in the background. It runs
/// every 20 seconds, so that several withdrawals share the cost of one rewrite. After a failure it
/// logs the cause and retries.
public final class Purger implements AutoCloseable {
  private static final Duration PURGE_INTERVAL = Duration.ofSeconds(20);

  private final PassageIndex index;
  private final Runnable alongside;
  private final BackgroundWorker backgroundWorker =
      new BackgroundWorker("index-purger", PURGE_INTERVAL, this::purge);

  /// @param alongside removes such text from everything but the index; runs before each purge
  public Purger(PassageIndex index, Runnable alongside) {
    this.index = index;
    this.alongside = alongside;
  }

  /// Starts on its own thread. To be called once.
  public void start() {
    backgroundWorker.start();
  }

  /// Stops after the purge in progress. To be called before the index is closed.
  @Override
  public void close() {
    backgroundWorker.close();
  }

  private boolean purge() {
    alongside.run();
    index.purge();
    return false;
  }
}
