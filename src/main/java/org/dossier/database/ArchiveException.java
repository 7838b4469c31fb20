package org.dossier.database;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A failure of the archive's database or data folder. The message names the file and can be shown
/// to the operator.
public class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Set<Integer> DAMAGE =
      Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// True if SQLite found the database file damaged, or found that it is not a database.
  public boolean isDamage() {
    return CauseChain.of(this)
        .anyMatch(cause ->
            cause instanceof SQLiteException e && DAMAGE.contains(primary(e.getResultCode())));
  }

  /// The primary result code: the lowest byte of an extended result code.
  private static int primary(SQLiteErrorCode code) {
    return code.code & 0xff;
  }
}
