package org.dossier.chat.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dossier.search.Filters;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// The turns in the database, within one transaction.
final class TurnRows {
  private static final String SELECT =
      """
      SELECT t.number, t.asked_at, t.message, t.standalone_question, t.filters, t.answer,
             f.verdict, f.comment, f.created_at
      FROM turn t LEFT JOIN feedback f
        ON f.conversation_id = t.conversation_id AND f.turn_number = t.number
      WHERE t.conversation_id = :id
      """;

  private final Handle handle;

  TurnRows(Handle handle) {
    this.handle = handle;
  }

  /// A turn as stored in the database.
  record Row(
      int number,
      Instant asked,
      String message,
      String question,
      Filters filters,
      StoredAnswer answer,
      @Nullable Feedback feedback) {

    private static Row of(RowView row) {
      return new Row(
          row.getColumn("number", Integer.class),
          Instant.ofEpochMilli(row.getColumn("asked_at", Long.class)),
          row.getColumn("message", String.class),
          row.getColumn("standalone_question", String.class),
          StoredFilters.parse(row.getColumn("filters", String.class)),
          StoredAnswer.parse(row.getColumn("answer", String.class)),
          feedback(row));
    }

    private static @Nullable Feedback feedback(RowView row) {
      String verdict = row.getColumn("verdict", String.class);
      return verdict == null
          ? null
          : new Feedback(
              Feedback.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
              row.getColumn("comment", String.class),
              Instant.ofEpochMilli(row.getColumn("created_at", Long.class)));
    }
  }

  /// All turns of a conversation, oldest first.
  List<Row> all(String id) {
    return handle
        .createQuery(SELECT + "ORDER BY t.number")
        .bind("id", id)
        .map(row -> Row.of(row))
        .list();
  }

  /// The last turns of a conversation, at most `most`, oldest first.
  List<Row> latest(String id, int most) {
    return handle
        .createQuery(SELECT + "ORDER BY t.number DESC LIMIT :most")
        .bind("id", id)
        .bind("most", most)
        .map(row -> Row.of(row))
        .list()
        .reversed();
  }

  Optional<Row> find(String id, int number) {
    return handle
        .createQuery(SELECT + "AND t.number = :number")
        .bind("id", id)
        .bind("number", number)
        .map(row -> Row.of(row))
        .findOne();
  }

  /// The location of a turn: its conversation, and its number there.
  record Place(String conversation, int number) {}

  /// The location of the turn that was asked under `key`.
  Optional<Place> place(IdempotencyKey key) {
    return handle
        .createQuery("SELECT conversation_id, number FROM turn WHERE idempotency_key_hash = :key")
        .bind("key", key.hash())
        .map(row ->
            new Place(
                row.getColumn("conversation_id", String.class),
                row.getColumn("number", Integer.class)))
        .findOne();
  }

  /// The number of the last turn of a conversation; 0 if it has none.
  int lastNumber(String id) {
    return handle
        .createQuery("SELECT coalesce(max(number), 0) FROM turn WHERE conversation_id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  void insert(String id, int number, Conversations.NewTurn newTurn) {
    // Articles withdrawn during the answer are erased here, because later erasure skips them.
    var complete = StoredAnswer.of(newTurn.answer());
    var answer = complete.without(this::isGone);
    var question = answer.equals(complete) ? newTurn.question() : newTurn.message();
    handle
        .createUpdate(
            """
            INSERT INTO turn (conversation_id, number, asked_at, message, standalone_question, filters,
                              answer, index_generation, model, prompt, idempotency_key_hash)
            VALUES (:id, :number, :asked, :message, :question, :filters, :answer,
                    :generation, :model, :prompt, :key)
            """)
        .bind("id", id)
        .bind("number", number)
        .bind("asked", newTurn.asked().toEpochMilli())
        .bind("message", newTurn.message())
        .bind("question", question)
        .bind("filters", StoredFilters.json(newTurn.filters()))
        .bind("answer", answer.json())
        .bind("generation", newTurn.answer().generation())
        .bind("model", newTurn.answer().origin().model())
        .bind("prompt", newTurn.answer().origin().prompt())
        .bind("key", newTurn.key() == null ? null : newTurn.key().hash())
        .execute();
    storeSources(id, number, answer);
  }

  /// Stores the feedback on a turn. Repeated calls overwrite the previous feedback.
  void rate(String id, int number, Feedback feedback) {
    handle.execute(
        """
        INSERT INTO feedback (conversation_id, turn_number, verdict, comment, created_at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (conversation_id, turn_number) DO UPDATE
        SET verdict = excluded.verdict, comment = excluded.comment,
            created_at = excluded.created_at
        """,
        id,
        number,
        feedback.verdict().name().toLowerCase(Locale.ROOT),
        feedback.comment(),
        feedback.given().toEpochMilli());
  }

  /// True if a source is no longer in the archive.
  boolean isGone(StoredAnswer.StoredSource source) {
    return handle
        .createQuery("SELECT 1 FROM article_version WHERE article_id = :id AND version = :version")
        .bind("id", source.article())
        .bind("version", source.version())
        .mapTo(Integer.class)
        .findOne()
        .isEmpty();
  }

  /// Stores the sources of a turn's statements.
  private void storeSources(String id, int number, StoredAnswer answer) {
    for (var source : answer.sources()) {
      handle.execute(
          "INSERT INTO turn_source (conversation_id, turn_number, article_id, version)"
              + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
          id,
          number,
          source.article(),
          source.version());
    }
  }
}
