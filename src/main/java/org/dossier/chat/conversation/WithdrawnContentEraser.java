package org.dossier.chat.conversation;

import java.util.concurrent.atomic.AtomicLong;
import org.dossier.archive.Archive;
import org.dossier.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// Erases the text of withdrawn articles from stored turns, on disk.
///
/// It follows the archive's change log, as the index does. Therefore it handles withdrawals by
/// other processes, and withdrawals before a crash: outstanding changes are applied before any turn
/// is read. Safe for any number of threads.
final class WithdrawnContentEraser {
  private final Database database;
  private final Archive archive;
  private final AtomicLong reached = new AtomicLong(Long.MIN_VALUE);

  WithdrawnContentEraser(Database database, Archive archive) {
    this.database = database;
    this.archive = archive;
  }

  /// Applies outstanding changes. When this returns, no turn contains text of articles that were
  /// withdrawn before the call.
  void catchUp() {
    long newest = archive.sequence();
    if (newest <= reached.get()) {
      return;
    }
    // Another process on the archive may have applied the changes already.
    if (newest > database.<Long>read(WithdrawnContentEraser::lastSequence)) {
      database.write(handle -> catchUp(handle, newest));
    }
    reached.accumulateAndGet(newest, Math::max);
  }

  private static long catchUp(Handle handle, long newest) {
    long before = lastSequence(handle);
    if (before >= newest) {
      return before;
    }
    eraseChangedAfter(handle, before);
    handle.execute("UPDATE turn_erasure SET sequence = ? WHERE id = 1", newest);
    return newest;
  }

  private static long lastSequence(Handle handle) {
    return handle
        .createQuery("SELECT sequence FROM turn_erasure WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  /// A turn with its answer as stored in the database.
  private record StoredTurn(String conversation, int number, StoredAnswer answer) {
    static StoredTurn of(RowView row) {
      return new StoredTurn(
          row.getColumn("conversation_id", String.class),
          row.getColumn("number", Integer.class),
          StoredAnswer.parse(row.getColumn("answer", String.class)));
    }
  }

  /// Erases text from the turns with a source that changed after `sequence` and no longer exists.
  private static void eraseChangedAfter(Handle handle, long sequence) {
    handle
        .createQuery(
            """
            SELECT DISTINCT t.conversation_id, t.number, t.answer
            FROM article a
            JOIN turn_source s ON s.article_id = a.id
            JOIN turn t ON t.conversation_id = s.conversation_id AND t.number = s.turn_number
            WHERE a.sequence > :sequence AND NOT EXISTS
              (SELECT 1 FROM article_version v
               WHERE v.article_id = s.article_id AND v.version = s.version)
            """)
        .bind("sequence", sequence)
        .map(row -> StoredTurn.of(row))
        .list()
        .forEach(storedTurn -> erase(handle, storedTurn));
  }

  private static void erase(Handle handle, StoredTurn storedTurn) {
    var left = storedTurn.answer().without(new TurnRows(handle)::isGone);
    handle.execute(
        "UPDATE turn SET answer = ? WHERE conversation_id = ? AND number = ?",
        left.json(),
        storedTurn.conversation(),
        storedTurn.number());
    // The standalone questions of later turns may contain the erased text, and so may that of this
    // turn if its message has several questions.
    handle.execute(
        "UPDATE turn SET standalone_question = message WHERE conversation_id = ? AND number >= ?",
        storedTurn.conversation(),
        storedTurn.number());
  }
}
