package org.dossier.chat.conversation;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.dossier.answer.Answer;
import org.dossier.archive.Archive;
import org.dossier.database.Database;
import org.dossier.database.HourlyCleanup;
import org.dossier.search.Filters;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Store of conversations, in the database. An expired conversation counts as deleted until an
/// hourly cleanup deletes it. If there are too many, the least recently used are deleted. Safe for
/// any number of threads.
@Singleton
public final class Conversations {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final Database database;
  private final Archive archive;
  private final ChatConfig config;
  private final Clock clock;
  private final WithdrawnContentEraser withdrawnContentEraser;
  private final ConversationIds ids = new ConversationIds(new SecureRandom());
  private final HourlyCleanup hourlyCleanup;

  public Conversations(Database database, Archive archive, ChatConfig config, Clock clock) {
    this.database = database;
    this.archive = archive;
    this.config = config;
    this.clock = clock;
    this.withdrawnContentEraser = new WithdrawnContentEraser(database, archive);
    this.hourlyCleanup = new HourlyCleanup(database, clock, System::nanoTime);
  }

  /// The conversation, without statements whose sources were withdrawn. Empty if the conversation
  /// does not exist or has expired.
  public Optional<Conversation> find(String id) {
    if (!ConversationIds.isValid(id)) {
      return Optional.empty();
    }
    withdrawnContentEraser.catchUp();
    return database
        .read(handle -> rows(handle).has(id) ? Optional.of(new TurnRows(handle).all(id)) : noRows())
        .map(rows -> new Conversation(id, turns(id, rows)));
  }

  /// The conversations that were begun with this secret, the most recently used first.
  public List<ConversationSummary> list(ClientSecret client, int limit) {
    return database.read(handle -> rows(handle).list(client.hash(), limit));
  }

  /// Deletes a conversation with all its turns.
  ///
  /// @return false if it did not exist
  public boolean delete(String id) {
    return ConversationIds.isValid(id) && database.write(handle -> rows(handle).delete(id));
  }

  /// Stores the feedback on a turn. Repeated calls overwrite the previous feedback.
  ///
  /// @throws UnknownConversationException if the conversation does not exist
  /// @throws UnknownTurnException if the conversation has no such turn
  /// @throws InvalidMessageException if the comment breaks a rule
  public void rate(String id, int turn, Feedback.Verdict verdict, @Nullable String comment) {
    if (comment != null) {
      MessageValidator.check("comment", comment, config.maxMessageLength());
    }
    var feedback = new Feedback(verdict, comment, clock.instant());
    database.write(handle -> {
      requireTurn(handle, id, turn);
      new TurnRows(handle).rate(id, turn, feedback);
      return id;
    });
  }

  /// Erases withdrawn content. When this returns, no turn contains text of articles that were
  /// withdrawn before the call.
  public void eraseWithdrawn() {
    withdrawnContentEraser.catchUp();
  }

  /// One turn of a conversation, in the form that [#find] returns.
  ///
  /// @throws UnknownConversationException if the conversation does not exist
  /// @throws UnknownTurnException if the conversation has no such turn
  public Turn turn(String id, int number) {
    withdrawnContentEraser.catchUp();
    var row = database.read(handle -> requireTurn(handle, id, number));
    return turns(id, List.of(row)).getFirst();
  }

  /// The turn stored under this idempotency key, in the form that [#find] returns; empty if absent.
  ///
  /// @throws UnknownConversationException if the turn's conversation has expired
  public Optional<Turn> findByKey(IdempotencyKey key) {
    return database
        .read(handle -> new TurnRows(handle).place(key))
        .map(place -> turn(place.conversation(), place.number()));
  }

  /// Waits until no other process on the archive holds the lock of `key`, and holds it until the
  /// result is closed. Threads of one process do not exclude each other by it.
  ///
  /// @param waiting called every 100 ms while the lock is awaited; may throw, which ends the wait
  public KeyLock lock(IdempotencyKey key, Runnable waiting) {
    var name = "ask " + key.hash();
    var clusterLocks = database.clusterLocks();
    while (!clusterLocks.tryAcquire(name)) {
      waiting.run();
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    return () -> clusterLocks.release(name);
  }

  /// The lock of an idempotency key; closing it releases the lock.
  @FunctionalInterface
  public interface KeyLock extends AutoCloseable {
    @Override
    void close();
  }

  /// The last turns of the conversation, at most `most`, oldest first, in the form that [#find]
  /// returns; empty if the conversation does not exist.
  public List<Turn> latest(String id, int most) {
    withdrawnContentEraser.catchUp();
    return turns(id, database.read(handle -> new TurnRows(handle).latest(id, most)));
  }

  /// Checks that the conversation accepts one more turn.
  ///
  /// @throws UnknownConversationException if the conversation does not exist
  /// @throws InvalidMessageException if the conversation has the maximum number of turns
  public void checkOpen(String id) {
    database.read(handle -> nextTurn(handle, id));
  }

  /// Begins a conversation with its first turn, and returns its id.
  ///
  /// @param client the secret under which it is listed; `null` if under none
  public String begin(NewTurn newTurn, @Nullable ClientSecret client) {
    var id = ids.next();
    return database.write(handle -> {
      rows(handle).makeRoom(config.maxConversations());
      rows(handle).insert(id, clock.millis(), client == null ? null : client.hash());
      new TurnRows(handle).insert(id, 1, newTurn);
      return id;
    });
  }

  /// Adds a turn to a conversation and returns its number, which is unique in the conversation.
  ///
  /// @throws UnknownConversationException if the conversation was deleted in the meantime
  /// @throws InvalidMessageException if concurrent requests took the last turns
  public int add(String id, NewTurn newTurn) {
    return database.write(handle -> {
      int number = nextTurn(handle, id);
      rows(handle).use(id, clock.millis());
      new TurnRows(handle).insert(id, number, newTurn);
      return number;
    });
  }

  /// Deletes expired conversations, at most once an hour. If the clock jumped ahead, nothing is
  /// deleted.
  public void purgeExpired() {
    hourlyCleanup.ifDue(now ->
        database.write(handle -> {
          rows(handle, now).deleteOld();
          return now;
        }));
  }

  /// A turn to be stored.
  ///
  /// @param key the idempotency key; `null` if the message had none
  public record NewTurn(
      Instant asked,
      String message,
      String question,
      Filters filters,
      Answer answer,
      @Nullable IdempotencyKey key) {}

  private ConversationRows rows(Handle handle) {
    return rows(handle, clock.instant());
  }

  private ConversationRows rows(Handle handle, Instant now) {
    return new ConversationRows(handle, now.minus(config.retention()).toEpochMilli());
  }

  private TurnRows.Row requireTurn(Handle handle, String id, int number) {
    requireConversation(handle, id);
    return new TurnRows(handle)
        .find(id, number)
        .orElseThrow(() -> new UnknownTurnException(id, number));
  }

  private void requireConversation(Handle handle, String id) {
    if (!ConversationIds.isValid(id) || !rows(handle).has(id)) {
      throw new UnknownConversationException(id);
    }
  }

  private int nextTurn(Handle handle, String id) {
    requireConversation(handle, id);
    int last = new TurnRows(handle).lastNumber(id);
    if (last >= config.maxTurns()) {
      throw InvalidMessageException.exceeding(
          config.maxTurns(),
          "conversation",
          "has %d turns, the maximum; begin a new conversation".formatted(last));
    }
    return last + 1;
  }

  private static Optional<List<TurnRows.Row>> noRows() {
    return Optional.empty();
  }

  private List<Turn> turns(String id, List<TurnRows.Row> rows) {
    var citedSourceLoader = new CitedSourceLoader(archive);
    return rows.stream().map(row -> turn(id, row, citedSourceLoader)).toList();
  }

  private static Turn turn(String id, TurnRows.Row row, CitedSourceLoader citedSourceLoader) {
    var answer = row.answer().restore(citedSourceLoader);
    var reply = new Reply(id, row.number(), row.question(), answer, List.of());
    return new Turn(
        row.message(),
        row.filters(),
        row.asked(),
        reply,
        row.answer().findUnavailable(citedSourceLoader),
        row.feedback());
  }
}
