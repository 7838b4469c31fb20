package org.dossier.search.indexing;

import java.time.Duration;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.search.PassageIndex;

/// Removes the words of withdrawn articles from the files of an index, in the background: three
/// times a minute, so that many withdrawals share the cost of one rewriting. A failure is logged
/// and tried again.
public final class Purger implements AutoCloseable {
  private static final Duration BETWEEN_PURGES = Duration.ofSeconds(20);

  private final PassageIndex index;
  private final Runnable alongside;
  private final BackgroundWorker backgroundWorker =
      new BackgroundWorker("index-purger", BETWEEN_PURGES, this::purge);

  /// @param alongside removes such words from everything but the index; runs before each purge
  public Purger(PassageIndex index, Runnable alongside) {
    this.index = index;
    this.alongside = alongside;
  }

  /// Begins, on a thread of its own. To be called once.
  public void start() {
    backgroundWorker.start();
  }

  /// Ends after the purge that is under way. To be called before the index is closed.
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
