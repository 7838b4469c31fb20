package org.dossier.maintenance;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A backup's description of itself.
///
/// @param program version of the program that wrote it
/// @param schema the newest migration applied to its tables
/// @param made when its content was read
/// @param articles number of current articles
/// @param tables each of its tables, in an order in which they can be written
public record Manifest(
    String program, int schema, Instant made, long articles, List<TableChecksum> tables) {
  /// The tables that store the manifest.
  static final List<String> OWN_TABLES = List.of("backup", "backup_table");

  /// The format version; changes with the structure of a backup.
  private static final int FORMAT = 1;

  public Manifest {
    tables = List.copyOf(tables);
  }

  /// The total number of rows.
  public long rows() {
    return tables.stream().mapToLong(TableChecksum::rows).sum();
  }

  /// The number of rows of one table; 0 if it is not in the backup.
  public long rowsOf(String table) {
    return tables.stream()
        .filter(sum -> sum.table().equals(table))
        .mapToLong(TableChecksum::rows)
        .sum();
  }

  /// The number of current articles.
  static long articles(Handle handle) {
    return handle
        .createQuery("SELECT count(*) FROM article WHERE current_version IS NOT NULL")
        .mapTo(Long.class)
        .one();
  }

  /// The version of this program.
  static String thisProgram() {
    var version = Manifest.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  static boolean isIn(List<String> tables) {
    return tables.containsAll(OWN_TABLES);
  }

  void write(Handle handle) {
    handle.execute(
        "CREATE TABLE backup (format INTEGER NOT NULL, program_version TEXT NOT NULL,"
            + " schema_version INTEGER NOT NULL, created_at BIGINT NOT NULL)");
    handle.execute(
        "CREATE TABLE backup_table (position INTEGER NOT NULL, name TEXT NOT NULL,"
            + " row_count BIGINT NOT NULL, checksum TEXT NOT NULL)");
    handle.execute(
        "INSERT INTO backup VALUES (?, ?, ?, ?)", FORMAT, program, schema, made.toEpochMilli());
    for (int i = 0; i < tables.size(); i++) {
      var sum = tables.get(i);
      handle.execute(
          "INSERT INTO backup_table VALUES (?, ?, ?, ?)",
          i,
          sum.table(),
          sum.rows(),
          sum.checksum());
    }
  }

  /// @throws MaintenanceException if its format is unknown
  static Manifest read(Handle handle) {
    var row = handle.createQuery("SELECT * FROM backup").mapToMap().one();
    int format = number(row.get("format")).intValue();
    if (format != FORMAT) {
      throw new MaintenanceException(
          "The backup has format %d; this version of the program supports only format %d"
              .formatted(format, FORMAT));
    }
    return new Manifest(
        String.valueOf(row.get("program_version")),
        number(row.get("schema_version")).intValue(),
        Instant.ofEpochMilli(number(row.get("created_at")).longValue()),
        articles(handle),
        handle
            .createQuery("SELECT name, row_count, checksum FROM backup_table ORDER BY position")
            .mapToMap()
            .map(sum ->
                new TableChecksum(
                    String.valueOf(sum.get("name")),
                    number(sum.get("row_count")).longValue(),
                    String.valueOf(sum.get("checksum"))))
            .list());
  }

  private static Number number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw new MaintenanceException("The manifest of the backup is damaged: " + value);
  }
}
