package org.dossier.slack.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.dossier.database.HourlyCleanup;
import org.dossier.slack.api.ShutdownException;
import org.dossier.slack.event.QuestionAsked;
import org.jspecify.annotations.Nullable;

/// The persistent queue of messages that await a reply. Thread-safe.
public final class ReplyQueue {
  private final BatchingWriter batchingWriter;
  private final Duration retention;
  private final HourlyCleanup hourlyCleanup;

  public ReplyQueue(
      BatchingWriter batchingWriter, Duration retention, HourlyCleanup hourlyCleanup) {
    this.batchingWriter = batchingWriter;
    this.retention = retention;
    this.hourlyCleanup = hourlyCleanup;
  }

  /// A message and the event that delivered it.
  ///
  /// @param eventId the id by which a redelivery is recognized; `null` if the event has none
  public record DeliveredQuestion(QuestionAsked question, @Nullable String eventId) {}

  /// The result of enqueueing a message.
  public sealed interface EnqueueResult {
    /// The message was added to the queue.
    record Enqueued(long id, String orderingKey) implements EnqueueResult {}

    /// The message was delivered before, possibly by another event.
    record Duplicate() implements EnqueueResult {}

    /// The message belongs to a thread in which the bot was never addressed.
    record NotAddressed() implements EnqueueResult {}
  }

  /// Enqueues a message. Completes when the message is on disk; fails if it could not be written.
  public CompletableFuture<EnqueueResult> enqueue(DeliveredQuestion deliveredQuestion) {
    return batchingWriter.write(dao -> enqueue(dao, deliveredQuestion));
  }

  private static EnqueueResult enqueue(ReplyQueueDao dao, DeliveredQuestion deliveredQuestion) {
    var questionAsked = deliveredQuestion.question();
    var thread = questionAsked.thread();
    if (questionAsked.kind() == QuestionAsked.Kind.FOLLOW_UP
        && (thread == null
            || !dao.isFollowed(questionAsked.team(), questionAsked.channel(), thread))) {
      return new EnqueueResult.NotAddressed();
    }
    if (deliveredQuestion.eventId() != null && !dao.insertEvent(deliveredQuestion.eventId())) {
      return new EnqueueResult.Duplicate();
    }
    var id = dao.insert(questionAsked);
    if (id.isEmpty()) {
      return new EnqueueResult.Duplicate();
    }
    if (thread != null) {
      dao.follow(questionAsked.team(), questionAsked.channel(), thread);
    }
    return new EnqueueResult.Enqueued(id.get(), PendingReply.orderingKey(id.get(), questionAsked));
  }

  /// All pending messages, oldest first.
  List<EnqueueResult.Enqueued> pending() {
    return batchingWriter.read(ReplyQueueDao::pending);
  }

  /// A pending reply to start; empty if the message has its reply, or this process is no longer the
  /// leader.
  public Optional<PendingReply> find(long id) {
    return batchingWriter.read(dao -> dao.isLeader() ? dao.find(id) : Optional.empty());
  }

  /// A pending reply that an earlier run may have started, with its attempt counted; empty if the
  /// message has its reply, or this process is no longer the leader.
  public Optional<PendingReply> resume(long id) {
    return batchingWriter.writeAndAwait(dao -> {
      if (!dao.isLeader()) {
        return Optional.empty();
      }
      dao.countAttempt(id);
      return dao.find(id);
    });
  }

  /// The stored turn that answered a message; empty if none exists or the message was purged.
  public Optional<PendingReply.TurnId> findTurn(long id) {
    return batchingWriter.read(dao -> dao.findTurn(id));
  }

  /// Returns true if the Slack message is a recorded part of a reply.
  public boolean isRecorded(PendingReply pendingReply, String ts) {
    return batchingWriter.read(dao ->
        dao.isRecorded(pendingReply.question().team(), pendingReply.question().channel(), ts));
  }

  /// Records the progress of one pending reply. Some changes must be on disk before the next step;
  /// the others are written together with those. Not thread-safe.
  public final class ReplyProgress {
    private final PendingReply pendingReply;
    private final List<Consumer<ReplyQueueDao>> unsaved = new ArrayList<>();

    private ReplyProgress(PendingReply pendingReply) {
      this.pendingReply = pendingReply;
    }

    /// Records the state of a message; it is on disk when this method returns.
    public void saveNow(ReplyMessage replyMessage) {
      saveLater(replyMessage);
      write();
    }

    /// Records the state of a message with the next write. If it is lost, it can be determined
    /// again.
    public void saveLater(ReplyMessage replyMessage) {
      unsaved.add(dao -> dao.saveMessage(pendingReply.id(), replyMessage));
    }

    /// Records the turn that answers the message, and the conversation of its thread.
    public void recordAnswered(String thread, PendingReply.TurnId turn) {
      unsaved.add(dao -> dao.recordTurn(pendingReply, thread, turn));
    }

    /// Records the new thread that the reply began.
    public void recordThread(String thread) {
      unsaved.add(dao -> dao.recordThread(pendingReply, thread));
      write();
    }

    /// Records that the reply is complete.
    public void recordReplied() {
      unsaved.add(dao -> dao.finish(pendingReply.id(), "replied"));
      write();
    }

    /// Records that no reply will be sent.
    public void recordFailed() {
      unsaved.add(dao -> dao.finish(pendingReply.id(), "failed"));
      write();
    }

    /// @throws ShutdownException if this process is no longer the leader
    private void write() {
      var changes = List.copyOf(unsaved);
      unsaved.clear();
      boolean written =
          batchingWriter.writeAndAwait(dao -> {
            if (!dao.isLeader()) {
              return false;
            }
            changes.forEach(change -> change.accept(dao));
            return true;
          });
      if (!written) {
        throw new ShutdownException();
      }
    }
  }

  public ReplyProgress progress(PendingReply pendingReply) {
    return new ReplyProgress(pendingReply);
  }

  /// Purges expired data, at most once an hour.
  public void purgeExpired() {
    hourlyCleanup.ifDue(now ->
        batchingWriter.writeAndAwait(
            dao -> dao.deleteOlderThan(now.minus(retention).toEpochMilli())));
  }
}
