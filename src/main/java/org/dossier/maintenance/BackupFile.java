package org.dossier.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import org.dossier.database.ArchiveException;
import org.dossier.database.OwnerOnlyFiles;
import org.dossier.database.SqliteFile;
import org.jdbi.v3.core.JdbiException;

/// A backup on disk.
public final class BackupFile {
  private static final String THE_FILE = "backup file";
  private static final String REMEDY = "use another backup: this one is damaged";

  private BackupFile() {}

  /// True if `file` identifies itself as a backup, damaged or not.
  static boolean isBackup(Path file) {
    try (var tables = SqliteFile.open(file)) {
      return Manifest.isIn(tables.tables());
    } catch (ArchiveException | JdbiException _) {
      return false;
    }
  }

  /// Receives a backup from elsewhere, and verifies it before it gets its name.
  ///
  /// @param target a path without a file, or of a backup, which is replaced
  /// @throws MaintenanceException if it did not arrive completely, or cannot be written
  public static Manifest receive(InputStream arriving, Path target) {
    Backups.checkTarget(target);
    try (var part = new AtomicFile(target)) {
      try {
        OwnerOnlyFiles.copy(arriving, part.path());
      } catch (IOException e) {
        throw new MaintenanceException(
            "The backup did not arrive completely: " + e.getMessage(), e);
      }
      var manifest = readManifest(part.path());
      part.finish();
      return manifest;
    }
  }

  /// The manifest of a backup whose content matches its checksums. The content itself is not
  /// judged, because a faulty archive must be restorable too.
  ///
  /// @throws MaintenanceException if it is no backup or is damaged
  static Manifest readManifest(Path file) {
    try (var tables = SqliteFile.open(file)) {
      var manifest = manifest(tables);
      throwFirst(file, IntegrityCheck.ofDamage(THE_FILE, tables.fileProblems(), REMEDY));
      throwFirst(file, checkSums(tables, manifest));
      return manifest;
    } catch (ArchiveException | JdbiException e) {
      throw unreadable(file, e);
    }
  }

  private static void throwFirst(Path file, IntegrityCheck integrityCheck) {
    if (!integrityCheck.passed()) {
      var first = integrityCheck.findings().getFirst();
      throw new MaintenanceException(
          "%s is damaged: %s: %s".formatted(file, first.location(), first.message()));
    }
  }

  /// The manifest of a backup.
  ///
  /// @throws MaintenanceException if it is not a backup
  public static Manifest manifest(Path file) {
    try (var tables = SqliteFile.open(file)) {
      return manifest(tables);
    } catch (ArchiveException | JdbiException e) {
      throw new MaintenanceException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Manifest manifest(SqliteFile tables) {
    if (!Manifest.isIn(tables.tables())) {
      throw new MaintenanceException(
          tables.file() + " is not a backup: ‘./dossier backup FILE’ writes one");
    }
    return Manifest.read(tables.handle());
  }

  /// Verifies all of a backup: the file, the checksum of each table, the articles and vectors.
  ///
  /// @throws MaintenanceException if it is not a backup, or was written by a newer version of this
  ///   program
  public static IntegrityReport verify(Path file) {
    try (var tables = SqliteFile.open(file)) {
      var manifest = manifest(tables);
      var integrityChecks = new ArrayList<IntegrityCheck>();
      integrityChecks.add(IntegrityCheck.ofDamage(THE_FILE, tables.integrityProblems(), REMEDY));
      integrityChecks.add(checkSums(tables, manifest));
      // Tables of an older program may lack columns that are read here.
      if (integrityChecks.stream().allMatch(IntegrityCheck::passed)
          && tables.schema() == SqliteFile.newestSchema()) {
        integrityChecks.addAll(ContentChecks.run(tables.handle()));
      }
      return new IntegrityReport(integrityChecks);
    } catch (ArchiveException | JdbiException e) {
      throw unreadable(file, e);
    }
  }

  private static MaintenanceException unreadable(Path file, RuntimeException cause) {
    return new MaintenanceException(
        "%s cannot be read as a backup: %s".formatted(file, cause.getMessage()), cause);
  }

  /// Deletes all backups in the folder of `newest` except the `max` most recently written ones;
  /// other files are not touched.
  public static void keepNewest(int max, Path newest) {
    try (var files = Files.list(newest.toAbsolutePath().getParent())) {
      var older =
          files
              .filter(Files::isRegularFile)
              .filter(BackupFile::isBackup)
              .sorted(Comparator.comparing(BackupFile::lastModified).reversed())
              .skip(max)
              .toList();
      for (var file : older) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new MaintenanceException(
          "older backups in the folder of %s cannot be deleted".formatted(newest), e);
    }
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IntegrityCheck checkSums(SqliteFile tables, Manifest manifest) {
    var check = new IntegrityCheck.Collector("checksums of tables");
    var missing = new ArrayList<>(tables.tables());
    missing.removeAll(Manifest.OWN_TABLES);
    for (var expected : manifest.tables()) {
      check.countChecked();
      if (!missing.remove(expected.table())) {
        check.addFinding(expected.table(), "the table is missing", REMEDY);
        continue;
      }
      var sum = new TableRows(tables.handle(), expected.table()).sum();
      if (!sum.equals(expected)) {
        check.addFinding(expected.table(), describeChange(expected, sum), REMEDY);
      }
    }
    missing.forEach(table -> check.addFinding(table, "the table was not backed up", REMEDY));
    return check.build();
  }

  private static String describeChange(TableChecksum expected, TableChecksum sum) {
    return expected.rows() == sum.rows()
        ? "its rows differ from those that were written"
        : "it has %,d rows, but %,d were written".formatted(sum.rows(), expected.rows());
  }
}
