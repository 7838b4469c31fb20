package org.dossier.index;

/// Keeps an index up to an archive that other processes write to as well, looking every second, and
/// commits it every half minute. A failure is logged and tried again.
public final class Follower implements AutoCloseable {
  private static final int LOOKS_BETWEEN_COMMITS = 30;

  private final PassageIndex index;
  private final Background background = new Background("index-follower", this::look);
  private int looks;

  public Follower(PassageIndex index) {
    this.index = index;
  }

  /// Begins to follow, on a thread of its own. To be called once.
  public void start() {
    background.start();
  }

  /// Ends after the look that is under way. To be called before the index is closed.
  @Override
  public void close() {
    background.close();
  }

  private boolean look() {
    index.catchUp();
    looks++;
    if (looks % LOOKS_BETWEEN_COMMITS == 0) {
      index.commit();
    }
    return false;
  }
}
