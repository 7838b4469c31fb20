package org.dossier.maintenance;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.dossier.database.ArchiveException;
import org.dossier.database.Database;
import org.dossier.database.IoErrorMessages;
import org.dossier.database.SqliteFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// A writer of backups. A backup is one SQLite file with the tables of the archive, regardless of
/// the archive's own database, and a [Manifest]. All of it is read from one consistent state,
/// without blocking writers. Memory use does not grow with the archive. Safe for any number of
/// threads.
@Singleton
public final class Backups {
  private final Database database;
  private final Clock clock;

  public Backups(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Writes a backup and verifies it before it gets its name. The name always refers to either a
  /// complete backup or the previous file.
  ///
  /// @param target a path without a file, or of a backup, which is replaced
  /// @param progress receives the number of rows written so far, from time to time
  /// @throws MaintenanceException if it cannot be written, or another kind of file exists there
  public Manifest write(Path target, LongConsumer progress) {
    checkTarget(target);
    try (var part = new AtomicFile(target)) {
      fill(part.path(), progress);
      var manifest = BackupFile.readManifest(part.path());
      part.finish();
      return manifest;
    }
  }

  /// Writes a temporary backup without a name: it is deleted when the stream is closed or the
  /// process ends.
  ///
  /// @param scratch path at which it is written until then
  /// @throws MaintenanceException if it cannot be written
  public InputStream open(Path scratch) {
    write(scratch, _ -> {});
    try {
      var stream = Files.newInputStream(scratch);
      Files.delete(scratch);
      return stream;
    } catch (IOException e) {
      throw new MaintenanceException(
          "The backup cannot be read again: " + IoErrorMessages.describe(e), e);
    }
  }

  /// @throws MaintenanceException if `target` exists and is no backup
  static void checkTarget(Path target) {
    if (Files.exists(target) && !BackupFile.isBackup(target)) {
      throw new MaintenanceException(
          target + " exists and is not a backup of an archive: choose another name");
    }
  }

  private void fill(Path part, LongConsumer progress) {
    try (var file = SqliteFile.create(part)) {
      var manifest = database.read(handle -> copy(handle, file, progress));
      manifest.write(file.handle());
    } catch (ArchiveException | JdbiException e) {
      throw new MaintenanceException("The backup failed: " + e.getMessage(), e);
    }
  }

  private Manifest copy(Handle archive, SqliteFile file, LongConsumer progress) {
    var rows = new AtomicLong();
    var sums = new ArrayList<TableChecksum>();
    var made = clock.instant();
    // One transaction, because ending one costs a write to disk.
    file.handle()
        .useTransaction(target -> {
          for (var table : file.tables()) {
            sums.add(
                new TableRows(archive, table)
                    .copyTo(target, more -> progress.accept(rows.addAndGet(more))));
          }
        });
    long articles = Manifest.articles(file.handle());
    return new Manifest(Manifest.thisProgram(), file.schema(), made, articles, sums);
  }
}
