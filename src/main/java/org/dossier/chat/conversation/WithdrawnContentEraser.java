package org.dossier.chat.conversation;

import java.util.concurrent.atomic.AtomicLong;
import org.dossier.archive.Archive;
import org.dossier.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// Takes the words of withdrawn articles out of remembered turns, on disk.
///
/// It follows the archive's sequence of changes, as the index does, so that it does not matter who
/// withdrew an article, nor whether the process was killed in between: what is behind is caught up
/// with before any turn is read. Safe for any number of threads.
final class WithdrawnContentEraser {
  private final Database database;
  private final Archive archive;
  private final AtomicLong reached = new AtomicLong(Long.MIN_VALUE);

  WithdrawnContentEraser(Database database, Archive archive) {
    this.database = database;
    this.archive = archive;
  }

  /// When this returns, no turn holds words of what was withdrawn before the call.
  void catchUp() {
    long newest = archive.sequence();
    if (newest <= reached.get()) {
      return;
    }
    // Another process on the archive may have been first.
    if (newest > database.<Long>read(WithdrawnContentEraser::before)) {
      database.write(handle -> catchUp(handle, newest));
    }
    reached.accumulateAndGet(newest, Math::max);
  }

  private static long catchUp(Handle handle, long newest) {
    long before = before(handle);
    if (before >= newest) {
      return before;
    }
    gone(handle, before);
    handle.execute("UPDATE turn_erasure SET sequence = ? WHERE id = 1", newest);
    return newest;
  }

  private static long before(Handle handle) {
    return handle
        .createQuery("SELECT sequence FROM turn_erasure WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  /// A turn, and its answer as it lies in the database.
  private record Kept(String conversation, int number, StoredAnswer answer) {
    static Kept of(RowView row) {
      return new Kept(
          row.getColumn("conversation_id", String.class),
          row.getColumn("number", Integer.class),
          StoredAnswer.parse(row.getColumn("answer", String.class)));
    }
  }

  /// Finds the turns with a source that changed after `sequence` and is there no more.
  private static void gone(Handle handle, long sequence) {
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
        .map(row -> Kept.of(row))
        .list()
        .forEach(kept -> erase(handle, kept));
  }

  private static void erase(Handle handle, Kept kept) {
    var left = kept.answer().without(new TurnRows(handle)::isGone);
    handle.execute(
        "UPDATE turn SET answer = ? WHERE conversation_id = ? AND number = ?",
        left.json(),
        kept.conversation(),
        kept.number());
    // What was understood of later messages may have been taken from those words.
    handle.execute(
        "UPDATE turn SET standalone_question = message WHERE conversation_id = ? AND number > ?",
        kept.conversation(),
        kept.number());
  }
}
