package org.dossier.chat;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dossier.answer.Answer;
import org.dossier.corpus.Archive;
import org.dossier.corpus.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// The conversations that are kept, in the database. One whose time is over is as good as deleted,
/// and deleted before long. Safe for any number of threads.
@Singleton
public final class Conversations {
  private static final Duration BETWEEN_CLEARANCES = Duration.ofHours(1);

  private final Database database;
  private final Archive archive;
  private final ChatConfig config;
  private final Clock clock;
  private final ConversationIds ids = new ConversationIds(new SecureRandom());
  private final AtomicReference<Instant> nextClearance = new AtomicReference<>(Instant.MIN);

  public Conversations(Database database, Archive archive, ChatConfig config, Clock clock) {
    this.database = database;
    this.archive = archive;
    this.config = config;
    this.clock = clock;
  }

  /// The conversation with its answers as the archive bears them out today: what was withdrawn is
  /// left out of them. Empty where there is no such conversation, or no more.
  public Optional<Conversation> find(String id) {
    if (!ConversationIds.isOne(id)) {
      return Optional.empty();
    }
    return database
        .read(handle -> isKept(handle, id) ? Optional.of(rows(handle, id)) : noRows())
        .map(rows -> conversation(id, rows));
  }

  /// Deletes a conversation with all its turns.
  ///
  /// @return false if there was none
  public boolean delete(String id) {
    return ConversationIds.isOne(id)
        && database.write(handle -> {
          boolean kept = isKept(handle, id);
          handle.execute("DELETE FROM conversation WHERE id = ?", id);
          return kept;
        });
  }

  /// Makes sure that one more turn can follow.
  ///
  /// @throws UnknownConversationException if there is no such conversation
  /// @throws InvalidMessageException if it has all the turns it may have
  void checkOpen(String id) {
    if (!ConversationIds.isOne(id)) {
      throw new UnknownConversationException(id);
    }
    database.read(handle -> nextTurn(handle, id));
  }

  /// Begins a conversation with its first turn, and returns its id.
  String begin(Exchange exchange) {
    var id = ids.next();
    var now = clock.millis();
    database.write(handle -> {
      handle.execute(
          "INSERT INTO conversation (id, created, last_used) VALUES (?, ?, ?)", id, now, now);
      return insert(handle, id, 1, exchange);
    });
    return id;
  }

  /// Adds a turn to a conversation and returns its number, which is no other turn's.
  ///
  /// @throws UnknownConversationException if the conversation was deleted meanwhile
  /// @throws InvalidMessageException if others took the last turns meanwhile
  int add(String id, Exchange exchange) {
    return database.write(handle -> {
      int number = nextTurn(handle, id);
      handle.execute("UPDATE conversation SET last_used = ? WHERE id = ?", clock.millis(), id);
      return insert(handle, id, number, exchange);
    });
  }

  /// Deletes what is kept no longer, if that was not done within the last hour.
  void clear() {
    var now = clock.instant();
    var due = nextClearance.get();
    if (now.isBefore(due) || !nextClearance.compareAndSet(due, now.plus(BETWEEN_CLEARANCES))) {
      return;
    }
    database.write(
        handle -> handle.execute("DELETE FROM conversation WHERE last_used < ?", oldest()));
  }

  /// What a turn is kept from.
  record Exchange(Instant asked, String message, String question, Answer answer) {}

  private record Row(
      int number, Instant asked, String message, String question, KeptAnswer answer) {
    static Row of(RowView row) {
      return new Row(
          row.getColumn("number", Integer.class),
          Instant.ofEpochMilli(row.getColumn("asked", Long.class)),
          row.getColumn("message", String.class),
          row.getColumn("question", String.class),
          KeptAnswer.parse(row.getColumn("reply", String.class)));
    }
  }

  private int nextTurn(Handle handle, String id) {
    if (!isKept(handle, id)) {
      throw new UnknownConversationException(id);
    }
    int last =
        handle
            .createQuery("SELECT coalesce(max(number), 0) FROM turn WHERE conversation_id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one();
    if (last >= config.turnsLimit()) {
      throw InvalidMessageException.beyond(
          config.turnsLimit(),
          "conversation",
          "has %d turns, as many as one may have; begin a new one".formatted(last));
    }
    return last + 1;
  }

  private static int insert(Handle handle, String id, int number, Exchange exchange) {
    var answer = exchange.answer();
    handle
        .createUpdate(
            """
            INSERT INTO turn
              (conversation_id, number, asked, message, question, reply, index_generation, model)
            VALUES (:id, :number, :asked, :message, :question, :reply, :generation, :model)
            """)
        .bind("id", id)
        .bind("number", number)
        .bind("asked", exchange.asked().toEpochMilli())
        .bind("message", exchange.message())
        .bind("question", exchange.question())
        .bind("reply", KeptAnswer.of(answer).json())
        .bind("generation", answer.generation())
        .bind("model", answer.by().model())
        .execute();
    return number;
  }

  private boolean isKept(Handle handle, String id) {
    return handle
        .createQuery("SELECT 1 FROM conversation WHERE id = :id AND last_used >= :oldest")
        .bind("id", id)
        .bind("oldest", oldest())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private long oldest() {
    return clock.instant().minus(config.keep()).toEpochMilli();
  }

  private static Optional<List<Row>> noRows() {
    return Optional.empty();
  }

  private static List<Row> rows(Handle handle, String id) {
    return handle
        .createQuery(
            """
            SELECT number, asked, message, question, reply FROM turn
            WHERE conversation_id = :id ORDER BY number
            """)
        .bind("id", id)
        .map(row -> Row.of(row))
        .list();
  }

  private Conversation conversation(String id, List<Row> rows) {
    var sources = new Sources(archive);
    return new Conversation(
        id,
        rows.stream()
            .map(row -> {
              var answer = row.answer().rehydrated(sources);
              var reply = new Reply(id, row.number(), row.question(), answer, List.of());
              return new Turn(row.message(), row.asked(), reply);
            })
            .toList());
  }
}
