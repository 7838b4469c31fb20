package org.dossier.maintenance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of one table, read and written regardless of its columns. At most a few rows are in
/// memory at any time.
final class TableRows {
  private static final int BATCH_SIZE = 200;

  private final Handle handle;
  private final String table;

  /// @param table its name; a table of the schema, never external input
  TableRows(Handle handle, String table) {
    this.handle = handle;
    this.table = table;
  }

  TableChecksum sum() {
    var sum = new TableChecksumAccumulator();
    each(sum::add);
    return sum.checksum(table);
  }

  /// Writes all rows of this table into the target's table of the same name and columns.
  ///
  /// @param copied receives the size of each batch after it is written
  TableChecksum copyTo(Handle target, Consumer<Integer> copied) {
    var sum = new TableChecksumAccumulator();
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    each(row -> {
      sum.add(row);
      rows.add(row);
      if (rows.size() == BATCH_SIZE) {
        insert(target, rows);
        copied.accept(rows.size());
        rows.clear();
      }
    });
    insert(target, rows);
    copied.accept(rows.size());
    return sum.checksum(table);
  }

  private void each(Consumer<Map<String, @Nullable Object>> consumer) {
    handle
        .createQuery("SELECT * FROM " + table)
        .setFetchSize(BATCH_SIZE)
        .mapToMap()
        .forEach(consumer);
  }

  private void insert(Handle target, List<Map<String, @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var columns = List.copyOf(rows.getFirst().keySet());
    var batch =
        target.prepareBatch(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                    table,
                    String.join(", ", columns),
                    String.join(", ", Collections.nCopies(columns.size(), "?"))));
    for (var row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        batch.bind(i, row.get(columns.get(i)));
      }
      batch.add();
    }
    batch.execute();
  }
}
