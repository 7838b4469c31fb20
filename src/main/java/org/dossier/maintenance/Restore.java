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

/// Puts the content of a backup in the place of the archive in a data folder. Killed at any moment,
/// it leaves the one or the other, whole. For an archive in another database: [ServerRestore].
public final class Restore {
  private final DataFolder folder;
  private final Clock clock;

  /// @param folder which this process has, and nothing in it is open
  public Restore(DataFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Looks the backup through, and then puts it in the place of what is there. What an older
  /// program wrote is brought to the schema of this one. The archive gets a new identity, so that
  /// what was derived from the one before is not taken for its own.
  ///
  /// @param replace whether an archive that holds anything may go
  /// @param telling hears what is done next, in words
  /// @throws MaintenanceException if the backup is not sound or of a newer program, if something is
  ///   there that may not go, or if it cannot be written: then what was there is untouched
  public Restored restore(Path backup, boolean replace, Consumer<String> telling) {
    var replacedArchive = before(replace);
    telling.accept("looking the backup through");
    var manifest = BackupFile.readManifest(backup);
    telling.accept("copying it");
    var part = folder.restoring();
    try {
      deleteDatabase(part);
      OwnerOnlyFiles.copy(backup, part);
      makeArchive(part);
      AtomicFile.synchronize(part);
      var kept = replacedArchive.isPresent() ? keep(telling) : null;
      Files.move(part, folder.database(), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(folder.filling());
      AtomicFile.synchronize(folder.path());
      return new Restored(
          manifest, kept, findReturned(replacedArchive.orElse(ReplacedArchive.UNKNOWN)));
    } catch (IOException e) {
      throw new MaintenanceException(
          "The backup cannot be restored: " + IoErrorMessages.words(e), e);
    }
  }

  /// What is there; empty where that is nothing, or never held anything.
  private Optional<ReplacedArchive> before(boolean replace) {
    if (isEmpty(folder.database())) {
      return Optional.empty();
    }
    try (var tables = SqliteFile.open(folder.database())) {
      var replacedArchive = ReplacedArchive.of(tables.handle());
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
      throw new MaintenanceException("The archive cannot be read: " + IoErrorMessages.words(e), e);
    }
  }

  private void checkReplaceable(boolean replace, String why) {
    if (!replace) {
      throw ReplacedArchive.inTheWay(folder.path() + " " + why);
    }
  }

  /// Makes a backup an archive like any other, of the newest schema.
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

  /// Gives what is there another name beside its own.
  private Path keep(Consumer<String> telling) throws IOException {
    var database = folder.database();
    SqliteFile.settle(database);
    var kept = database.resolveSibling("archive.db.replaced-" + ReplacedArchive.stamp(clock));
    telling.accept("keeping the archive that is there as " + kept);
    link(database, kept);
    // What could not be taken into the file belongs to it, and must not be taken for the new one's.
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
      // Not every file system gives a file two names.
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
