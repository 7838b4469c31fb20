package org.dossier.cli.startup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.dossier.database.DataFolder;
import org.dossier.database.DataFolderInUseException;

/// Opens a data folder once other commands have released it.
public final class DataFolderWaiter {
  private static final Duration RETRY_INTERVAL = Duration.ofMillis(50);

  private DataFolderWaiter() {}

  /// @param timeout the time to wait; zero for a single attempt
  /// @throws DataFolderInUseException if a server has the folder, or another command has it until
  ///   the timeout
  public static DataFolder open(Path path, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      try {
        return DataFolder.open(path);
      } catch (DataFolderInUseException e) {
        if (e.holder().address() != null || System.nanoTime() - end >= 0) {
          throw e;
        }
        LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
      }
    }
  }
}
