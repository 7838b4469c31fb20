package org.dossier.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Every version of every article as stored in the rows, for scans over all of them.
public final class StoredVersions {
  private static final int BATCH_SIZE = 200;

  private StoredVersions() {}

  /// The content of the rows of one version.
  public sealed interface Stored {
    /// A valid article, though its content may not match its version hash.
    record Valid(ArticleVersion version) implements Stored {}

    /// Rows that are not a valid article.
    ///
    /// @param reason why, in words
    record Invalid(String articleId, String version, String reason) implements Stored {}
  }

  /// Passes them to `consumer` one after another, those of an article consecutively. At most a few
  /// are in memory at any time.
  public static void each(Handle handle, Consumer<Stored> consumer) {
    handle
        .createQuery(ArticleRows.SELECT + " ORDER BY v.article_id, v.version")
        .setFetchSize(BATCH_SIZE)
        .map(StoredVersions::read)
        .forEach(consumer);
  }

  private static Stored read(ResultSet row, StatementContext context) throws SQLException {
    try {
      return new Stored.Valid(ArticleRows.version(row, context));
    } catch (SQLException | RuntimeException e) {
      return new Stored.Invalid(
          row.getString("article_id"), row.getString("version"), String.valueOf(e.getMessage()));
    }
  }
}
