package org.dossier.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The conversations in the database, within one transaction.
///
/// @param handle the handle of the transaction
/// @param oldest in milliseconds since 1970: conversations last used before count as deleted
record ConversationRows(Handle handle, long oldest) {

  boolean has(String id) {
    return handle
        .createQuery("SELECT 1 FROM conversation WHERE id = :id AND last_active_at >= :oldest")
        .bind("id", id)
        .bind("oldest", oldest)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Inserts a conversation.
  ///
  /// @param owner the hash of the secret under which it is listed; `null` if under none
  void insert(String id, long now, @Nullable String owner) {
    handle.execute(
        "INSERT INTO conversation (id, created_at, last_active_at, owner_hash) VALUES (?, ?, ?, ?)",
        id,
        now,
        now,
        owner);
  }

  void use(String id, long now) {
    handle.execute("UPDATE conversation SET last_active_at = ? WHERE id = ?", now, id);
  }

  /// Deletes a conversation.
  ///
  /// @return false if it did not exist
  boolean delete(String id) {
    boolean had = has(id);
    handle.execute("DELETE FROM conversation WHERE id = ?", id);
    return had;
  }

  void deleteOld() {
    handle.execute("DELETE FROM conversation WHERE last_active_at < ?", oldest);
  }

  /// Deletes the least recently used conversations, so that with one more at most `limit` exist.
  void makeRoom(int limit) {
    int kept = handle.createQuery("SELECT count(*) FROM conversation").mapTo(Integer.class).one();
    int tooMany = kept + 1 - limit;
    if (tooMany > 0) {
      handle.execute(
          "DELETE FROM conversation WHERE id IN"
              + " (SELECT id FROM conversation ORDER BY last_active_at, id LIMIT ?)",
          tooMany);
    }
  }

  /// The conversations of an owner, the most recently used first.
  List<ConversationSummary> list(String owner, int limit) {
    return handle
        .createQuery(
            """
            SELECT c.id, c.created_at, c.last_active_at, t.message,
                   (SELECT max(number) FROM turn WHERE conversation_id = c.id) AS turns
            FROM conversation c JOIN turn t ON t.conversation_id = c.id AND t.number = 1
            WHERE c.owner_hash = :owner AND c.last_active_at >= :oldest
            ORDER BY c.last_active_at DESC, c.id LIMIT :limit
            """)
        .bind("owner", owner)
        .bind("oldest", oldest)
        .bind("limit", limit)
        .map(row ->
            new ConversationSummary(
                row.getColumn("id", String.class),
                row.getColumn("message", String.class),
                row.getColumn("turns", Integer.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                Instant.ofEpochMilli(row.getColumn("last_active_at", Long.class))))
        .list();
  }
}
