package org.dossier.search.indexing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.concurrent.BackgroundWorker;
import org.dossier.search.PassageIndex;

/// Compares new and changed articles with the others in the background, as soon as they are
/// searchable. After a failure it logs the cause and retries. Articles of an archive of an earlier
/// version take minutes if there are many; the log states the progress then.
public final class ReprintFollower implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ReprintFollower.class.getName());
  private static final int MANY = 2_000;
  private static final int STEPS_PER_LINE = 100;

  private final PassageIndex index;
  private final ReprintDetector reprintDetector;
  private final BackgroundWorker backgroundWorker;
  private int steps;

  public ReprintFollower(PassageIndex index, ReprintDetector reprintDetector) {
    this.index = index;
    this.reprintDetector = reprintDetector;
    this.backgroundWorker = new BackgroundWorker("reprint-detector", this::step);
  }

  /// Starts on its own thread. To be called once.
  public void start() {
    index.onChange(backgroundWorker::wake);
    backgroundWorker.start();
  }

  private boolean step() {
    if (steps % STEPS_PER_LINE == 0 && reprintDetector.backlog() > MANY) {
      LOG.log(Level.INFO, "Comparing {0} articles to find reprints", reprintDetector.backlog());
    }
    boolean more = reprintDetector.step();
    steps = more ? steps + 1 : 0;
    return more;
  }

  /// Stops after the step in progress. To be called before the index is closed.
  @Override
  public void close() {
    backgroundWorker.close();
  }
}
