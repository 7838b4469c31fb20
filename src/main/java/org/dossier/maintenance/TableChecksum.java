package org.dossier.maintenance;

/// The content of a table at the time it was written to a backup.
///
/// @param table its name
/// @param rows number of rows
/// @param checksum checksum of all rows, in any order: 64 hexadecimal digits
record TableChecksum(String table, long rows, String checksum) {
  TableChecksum {
    if (rows < 0 || !checksum.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "invalid checksum of a table: %s, %d, %s".formatted(table, rows, checksum));
    }
  }
}
