package org.dossier.search.indexing;

import java.time.Duration;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.search.PassageIndex;

/// Keeps an index up to an archive that other processes write to as well, looking some times a
/// second, and commits it every half minute. A failure is logged and tried again.
public final class Follower implements AutoCloseable {
  /// What is written anywhere is to be found everywhere within two seconds, taking in included.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private static final int LOOKS_BETWEEN_COMMITS = 120;

  private final PassageIndex index;
  private final Runnable alongside;
  private final BackgroundWorker backgroundWorker =
      new BackgroundWorker("index-follower", BETWEEN_LOOKS, this::look);
  private int looks;

  /// @param alongside what else follows the archive, done after each look
  public Follower(PassageIndex index, Runnable alongside) {
    this.index = index;
    this.alongside = alongside;
  }

  /// Begins to follow, on a thread of its own. To be called once.
  public void start() {
    backgroundWorker.start();
  }

  /// Ends after the look that is under way. To be called before the index is closed.
  @Override
  public void close() {
    backgroundWorker.close();
  }

  private boolean look() {
    index.catchUp();
    alongside.run();
    looks++;
    if (looks % LOOKS_BETWEEN_COMMITS == 0) {
      index.commit();
    }
    return false;
  }
}
