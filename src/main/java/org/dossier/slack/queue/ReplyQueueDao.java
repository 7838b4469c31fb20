package org.dossier.slack.queue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dossier.database.ClusterLocks;
import org.dossier.slack.event.QuestionAsked;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// Database operations on messages, threads and parts of replies, within one transaction.
final class ReplyQueueDao {
  private final Handle handle;
  private final ClusterLocks clusterLocks;
  private final long now;

  /// @param now milliseconds since 1970
  ReplyQueueDao(Handle handle, ClusterLocks clusterLocks, long now) {
    this.handle = handle;
    this.clusterLocks = clusterLocks;
    this.now = now;
  }

  /// Returns true if this process is the leader, which sends the replies.
  boolean isLeader() {
    return clusterLocks.isHeld(handle, ReplyDispatcher.LOCK);
  }

  /// Records an event.
  ///
  /// @return false if it was recorded before
  boolean insertEvent(String event) {
    return handle.execute(
            "INSERT INTO slack_event (id, received_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            event,
            now)
        > 0;
  }

  /// Returns true if the bot was addressed in the thread.
  boolean isFollowed(String team, String channel, String thread) {
    return handle
        .createQuery(
            "SELECT 1 FROM slack_thread"
                + " WHERE team = :team AND channel = :channel AND thread_ts = :thread")
        .bind("team", team)
        .bind("channel", channel)
        .bind("thread", thread)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Stores a message for which a reply is pending.
  ///
  /// @return its number; empty if the message was stored before
  Optional<Long> insert(QuestionAsked questionAsked) {
    long id =
        handle
            .createQuery("SELECT coalesce(max(id), 0) + 1 FROM slack_message")
            .mapTo(Long.class)
            .one();
    int inserted =
        handle
            .createUpdate(
                """
                INSERT INTO slack_message (id, team, deduplication_key, kind, channel, thread_ts, ts,
                    sender, sender_team, text, response_url, received_at, attempts, state)
                VALUES (:id, :team, :key, :kind, :channel, :thread, :ts, :sender,
                    :senderTeam, :text, :responseUrl, :now, 0, 'pending')
                ON CONFLICT (team, deduplication_key) DO NOTHING
                """)
            .bind("id", id)
            .bind("team", questionAsked.team())
            .bind("key", questionAsked.key())
            .bind("kind", questionAsked.kind().name().toLowerCase(Locale.ROOT))
            .bind("channel", questionAsked.channel())
            .bind("thread", questionAsked.thread())
            .bind("ts", questionAsked.ts())
            .bind("sender", questionAsked.sender())
            .bind("senderTeam", questionAsked.senderTeam())
            .bind("text", questionAsked.text())
            .bind("responseUrl", questionAsked.responseUrl())
            .bind("now", now)
            .execute();
    return inserted == 0 ? Optional.empty() : Optional.of(id);
  }

  /// Follows the thread from now on.
  void follow(String team, String channel, String thread) {
    handle.execute(
        """
        INSERT INTO slack_thread (team, channel, thread_ts, last_active_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (team, channel, thread_ts) DO UPDATE
        SET last_active_at = excluded.last_active_at
        """,
        team,
        channel,
        thread,
        now);
  }

  /// The pending messages, oldest first.
  List<ReplyQueue.EnqueueResult.Enqueued> pending() {
    return handle
        .createQuery("SELECT * FROM slack_message WHERE state = 'pending' ORDER BY id")
        .map(row -> {
          long id = row.getColumn("id", Long.class);
          return new ReplyQueue.EnqueueResult.Enqueued(
              id, PendingReply.orderingKey(id, question(row)));
        })
        .list();
  }

  /// Counts another attempt at a pending reply.
  void countAttempt(long id) {
    handle.execute("UPDATE slack_message SET attempts = attempts + 1 WHERE id = ?", id);
  }

  /// The pending reply with this number; empty if none is pending.
  Optional<PendingReply> find(long id) {
    return handle
        .createQuery(
            """
            SELECT m.*, t.conversation_id AS thread_conversation_id
            FROM slack_message m LEFT JOIN slack_thread t
              ON t.team = m.team AND t.channel = m.channel AND t.thread_ts = m.thread_ts
            WHERE m.id = :id AND m.state = 'pending'
            """)
        .bind("id", id)
        .map(row -> pendingReply(row, messages(id)))
        .findOne();
  }

  /// The turn that answered a message; empty if none is stored.
  Optional<PendingReply.TurnId> findTurn(long id) {
    return handle
        .createQuery(
            "SELECT conversation_id, turn_number FROM slack_message"
                + " WHERE id = :id AND conversation_id IS NOT NULL")
        .bind("id", id)
        .map(ReplyQueueDao::turn)
        .findOne();
  }

  /// Records the turn that answers a message, and the conversation of its thread.
  void recordTurn(PendingReply pendingReply, String thread, PendingReply.TurnId turn) {
    handle.execute(
        "UPDATE slack_message SET conversation_id = ?, turn_number = ? WHERE id = ?",
        turn.conversation(),
        turn.number(),
        pendingReply.id());
    handle.execute(
        "UPDATE slack_thread SET conversation_id = ?, last_active_at = ?"
            + " WHERE team = ? AND channel = ? AND thread_ts = ?",
        turn.conversation(),
        now,
        pendingReply.question().team(),
        pendingReply.question().channel(),
        thread);
  }

  /// Records the thread that a reply began, and follows it.
  void recordThread(PendingReply pendingReply, String thread) {
    handle.execute(
        "UPDATE slack_message SET thread_ts = ? WHERE id = ?", thread, pendingReply.id());
    follow(pendingReply.question().team(), pendingReply.question().channel(), thread);
  }

  /// Ends the processing of a message and erases its text and response URL, which are no longer
  /// needed.
  void finish(long id, String state) {
    handle.execute(
        "UPDATE slack_message SET state = ?, text = '', response_url = NULL WHERE id = ?",
        state,
        id);
  }

  /// Stores the state of a part of a reply.
  void saveMessage(long id, ReplyMessage replyMessage) {
    handle.execute(
        """
        INSERT INTO slack_reply_message (message_id, number, post_mode, ts, complete)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (message_id, number) DO UPDATE
        SET post_mode = excluded.post_mode, ts = excluded.ts, complete = excluded.complete
        """,
        id,
        replyMessage.number(),
        replyMessage.postMode().name().toLowerCase(Locale.ROOT),
        replyMessage.ts(),
        replyMessage.complete() ? 1 : 0);
  }

  /// Returns true if the Slack message is a recorded part of a reply.
  boolean isRecorded(String team, String channel, String ts) {
    return handle
        .createQuery(
            "SELECT 1 FROM slack_reply_message r JOIN slack_message m ON m.id = r.message_id"
                + " WHERE m.team = :team AND m.channel = :channel AND r.ts = :ts LIMIT 1")
        .bind("team", team)
        .bind("channel", channel)
        .bind("ts", ts)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Deletes events, threads and processed messages that are older than `oldest`.
  ///
  /// @return the number of deleted messages
  int deleteOlderThan(long oldest) {
    handle.execute("DELETE FROM slack_event WHERE received_at < ?", oldest);
    handle.execute("DELETE FROM slack_thread WHERE last_active_at < ?", oldest);
    return handle.execute(
        "DELETE FROM slack_message WHERE received_at < ? AND state <> 'pending'", oldest);
  }

  private List<ReplyMessage> messages(long id) {
    return handle
        .createQuery("SELECT * FROM slack_reply_message WHERE message_id = :id ORDER BY number")
        .bind("id", id)
        .map(row ->
            new ReplyMessage(
                row.getColumn("number", Integer.class),
                ReplyMessage.PostMode.valueOf(upperCase(row, "post_mode")),
                row.getColumn("ts", String.class),
                row.getColumn("complete", Integer.class) != 0))
        .list();
  }

  private static PendingReply pendingReply(RowView row, List<ReplyMessage> replyMessages) {
    return new PendingReply(
        row.getColumn("id", Long.class),
        question(row),
        Instant.ofEpochMilli(row.getColumn("received_at", Long.class)),
        row.getColumn("attempts", Integer.class),
        row.getColumn("thread_conversation_id", String.class),
        row.getColumn("conversation_id", String.class) == null ? null : turn(row),
        replyMessages);
  }

  private static QuestionAsked question(RowView row) {
    return new QuestionAsked(
        row.getColumn("team", String.class),
        row.getColumn("deduplication_key", String.class),
        QuestionAsked.Kind.valueOf(upperCase(row, "kind")),
        row.getColumn("channel", String.class),
        row.getColumn("thread_ts", String.class),
        row.getColumn("ts", String.class),
        row.getColumn("sender", String.class),
        row.getColumn("sender_team", String.class),
        row.getColumn("text", String.class),
        row.getColumn("response_url", String.class));
  }

  private static PendingReply.TurnId turn(RowView row) {
    return new PendingReply.TurnId(
        row.getColumn("conversation_id", String.class),
        row.getColumn("turn_number", Integer.class));
  }

  private static String upperCase(RowView row, String column) {
    return row.getColumn(column, String.class).toUpperCase(Locale.ROOT);
  }
}
