package org.dossier.maintenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.IoErrorMessages;
import org.dossier.database.OwnerOnlyFiles;
import org.dossier.database.SqliteFile;
import org.jdbi.v3.core.Handle;

/// Replaces the archive in a database on a server by the content of a backup, in one transaction.
/// The previous content is stored as a backup in the data folder. A restore is refused while
/// another process works on the archive, since that process holds data derived from the previous
/// content.
public final class ServerRestore {
  private final Database database;
  private final DataFolder folder;
  private final Clock clock;

  public ServerRestore(Database database, DataFolder folder, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
  }

  /// Like [Restore#restore].
  public Restored restore(Path backup, boolean replace, Consumer<String> progress) {
    var replacedArchive = database.read(ReplacedArchive::read);
    if (replacedArchive.isPresent() && !replace) {
      throw ReplacedArchive.notReplaceable("the database " + ReplacedArchive.HOLDS);
    }
    checkUnused();
    progress.accept("verifying the backup");
    var manifest = BackupFile.readManifest(backup);
    var part = folder.restoreTarget();
    try {
      Restore.deleteDatabase(part);
      OwnerOnlyFiles.copy(backup, part);
      Restore.makeArchive(part);
      var kept = replacedArchive.isPresent() ? backUpExisting(progress) : null;
      progress.accept("copying the backup");
      write(part);
      Files.deleteIfExists(folder.fillingMarker());
      Files.deleteIfExists(folder.sampleMarker());
      return new Restored(manifest, kept, findReturned(replacedArchive));
    } catch (IOException e) {
      throw new MaintenanceException(
          "The backup cannot be restored: " + IoErrorMessages.describe(e), e);
    } finally {
      delete(part);
    }
  }

  private void checkUnused() {
    try {
      var others = database.clusterLocks().otherProcesses();
      if (!others.isEmpty()) {
        throw new MaintenanceException(
            "The database is in use by %s. Stop these processes, then restore."
                .formatted(String.join(", ", others)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MaintenanceException("Interrupted before anything was restored", e);
    }
  }

  private Path backUpExisting(Consumer<String> progress) {
    var name = "archive.replaced-%s.backup".formatted(ReplacedArchive.timestamp(clock));
    var kept = folder.database().resolveSibling(name);
    progress.accept("backing up the existing archive to " + kept);
    new Backups(database, clock).write(kept, _ -> {});
    return kept;
  }

  private void write(Path archive) {
    try (var file = SqliteFile.open(archive)) {
      database.write(handle -> {
        handle.execute("TRUNCATE TABLE " + String.join(", ", file.tables()));
        file.tables().forEach(table -> copy(table, file, handle));
        ReprintDetector.reset(handle);
        return handle.execute("UPDATE archive SET identity = ?", UUID.randomUUID().toString());
      });
    }
  }

  private static void copy(String table, SqliteFile file, Handle target) {
    new TableRows(file.handle(), table).copyTo(target, _ -> {});
  }

  private List<String> findReturned(Optional<ReplacedArchive> replacedArchive) {
    return database.read(
        handle -> replacedArchive.orElse(ReplacedArchive.UNKNOWN).findReturned(handle));
  }

  private static void delete(Path part) {
    try {
      Restore.deleteDatabase(part);
    } catch (IOException e) {
      throw new MaintenanceException(
          "The copy of the backup cannot be deleted: " + IoErrorMessages.describe(e), e);
    }
  }
}
