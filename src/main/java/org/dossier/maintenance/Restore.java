package org.dossier.maintenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dossier.database.ArchiveException;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.IoErrorMessages;
import org.dossier.database.OwnerOnlyFiles;
import org.dossier.database.SqliteFile;
import org.jdbi.v3.core.JdbiException;

/// Replaces the archive in a data folder by the content of a backup. If the process is killed at
/// any moment, either the old or the new archive is there, complete. For an archive on a database
/// server: [ServerRestore].
public final class Restore {
  private final DataFolder folder;
  private final Clock clock;

  /// @param folder held by this process, with nothing in it open
  public Restore(DataFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Verifies the backup, and then replaces the existing archive by it. A backup of an older
  /// program is migrated to the current schema. The archive gets a new identity, so that data
  /// derived from the previous archive is not used with it.
  ///
  /// @param replace true if an archive with content may be replaced
  /// @param progress receives a description of each step before it begins
  /// @throws MaintenanceException if the backup is damaged or of a newer program, if something is
  ///   there that may not be replaced, or if the archive cannot be written; the existing archive is
  ///   then unchanged
  public Restored restore(Path backup, boolean replace, Consumer<String> progress) {
    var replacedArchive = findExisting(replace);
    progress.accept("verifying the backup");
    var manifest = BackupFile.readManifest(backup);
    progress.accept("copying the backup");
    var part = folder.restoreTarget();
    try {
      deleteDatabase(part);
      OwnerOnlyFiles.copy(backup, part);
      makeArchive(part);
      AtomicFile.synchronize(part);
      var kept = replacedArchive.isPresent() ? setAside(progress) : null;
      Files.move(part, folder.database(), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(folder.fillingMarker());
      Files.deleteIfExists(folder.sampleMarker());
      AtomicFile.synchronize(folder.path());
      return new Restored(
          manifest, kept, findReturned(replacedArchive.orElse(ReplacedArchive.UNKNOWN)));
    } catch (IOException e) {
      throw new MaintenanceException(
          "The backup cannot be restored: " + IoErrorMessages.describe(e), e);
    }
  }

  /// The existing archive; empty if it does not exist, or never held anything.
  private Optional<ReplacedArchive> findExisting(boolean replace) {
    if (isEmpty(folder.database())) {
      return Optional.empty();
    }
    try (var tables = SqliteFile.open(folder.database())) {
      var replacedArchive = ReplacedArchive.read(tables.handle());
      replacedArchive.ifPresent(_ -> checkReplaceable(replace, ReplacedArchive.HOLDS));
      return replacedArchive;
    } catch (ArchiveException | JdbiException e) {
      checkReplaceable(replace, "cannot be read (%s)".formatted(e.getMessage()));
      return Optional.of(ReplacedArchive.UNKNOWN);
    }
  }

  private static boolean isEmpty(Path database) {
    try {
      return !Files.exists(database) || Files.size(database) == 0;
    } catch (IOException e) {
      throw new MaintenanceException(
          "The archive cannot be read: " + IoErrorMessages.describe(e), e);
    }
  }

  private void checkReplaceable(boolean replace, String why) {
    if (!replace) {
      throw ReplacedArchive.notReplaceable(folder.path() + " " + why);
    }
  }

  /// Turns a copy of a backup into an ordinary archive of the newest schema.
  static void makeArchive(Path copy) {
    try (var database = Database.open(copy)) {
      database.write(handle -> {
        Manifest.OWN_TABLES.forEach(table -> handle.execute("DROP TABLE " + table));
        return handle.execute("UPDATE archive SET identity = ?", UUID.randomUUID().toString());
      });
    } catch (ArchiveException e) {
      throw new MaintenanceException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Renames the existing archive within its folder.
  private Path setAside(Consumer<String> progress) throws IOException {
    var database = folder.database();
    SqliteFile.checkpoint(database);
    var kept = database.resolveSibling("archive.db.replaced-" + ReplacedArchive.timestamp(clock));
    progress.accept("renaming the existing archive to " + kept);
    link(database, kept);
    // Logs that could not be merged into the file belong to it, and must not be mistaken for those
    // of the new database.
    for (var suffix : List.of("-wal", "-shm")) {
      var companion = database.resolveSibling("archive.db" + suffix);
      if (Files.exists(companion)) {
        Files.move(companion, kept.resolveSibling(kept.getFileName() + suffix));
      }
    }
    return kept;
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException _) {
      // Not every file system supports hard links.
      OwnerOnlyFiles.copy(from, to);
      AtomicFile.synchronize(to);
    }
  }

  static void deleteDatabase(Path file) throws IOException {
    for (var suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }

  private List<String> findReturned(ReplacedArchive replacedArchive) {
    try (var tables = SqliteFile.open(folder.database())) {
      return replacedArchive.findReturned(tables.handle());
    }
  }
}
