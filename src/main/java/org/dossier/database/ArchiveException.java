package org.dossier.database;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The archive's database or its data folder failed: the message names the file and is fit to be
/// shown to whoever runs the program.
public class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Set<Integer> DAMAGE =
      Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// Whether SQLite found the database file damaged, or no database at all.
  public boolean isDamage() {
    for (Throwable cause = this; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException e && DAMAGE.contains(primary(e.getResultCode()))) {
        return true;
      }
    }
    return false;
  }

  /// An extended result code has the primary one in its lowest byte.
  private static int primary(SQLiteErrorCode code) {
    return code.code & 0xff;
  }
}
