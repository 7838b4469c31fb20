package org.dossier.cli.startup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.dossier.database.DataFolder;
import org.dossier.database.DataFolderInUseException;

/// Takes a data folder as soon as those who have it now are done.
public final class DataFolderWaiter {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private DataFolderWaiter() {}

  /// @param patience how long to try; one try for none
  /// @throws DataFolderInUseException if it was not free in time, or is a server's
  public static DataFolder open(Path path, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return DataFolder.open(path);
      } catch (DataFolderInUseException e) {
        if (e.holder().address() != null || System.nanoTime() - end >= 0) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      }
    }
  }
}
