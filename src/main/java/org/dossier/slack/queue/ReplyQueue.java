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
  private final Duration keep;
  private final HourlyCleanup hourlyCleanup;

  public ReplyQueue(BatchingWriter batchingWriter, Duration keep, HourlyCleanup hourlyCleanup) {
    this.batchingWriter = batchingWriter;
    this.keep = keep;
    this.hourlyCleanup = hourlyCleanup;
  }

  /// A message and the event that delivered it.
  ///
  /// @param event the id by which a redelivery is recognized; `null` if the event has none
  public record DeliveredQuestion(QuestionAsked asked, @Nullable String event) {}

  /// The result of enqueueing a message.
  public sealed interface EnqueueResult {
    /// The message was added to the queue.
    record Kept(long id, String line) implements EnqueueResult {}

    /// The message was delivered before, possibly by another event.
    record Known() implements EnqueueResult {}

    /// The message belongs to a thread in which the bot was never addressed.
    record NotForUs() implements EnqueueResult {}
  }

  /// Enqueues a message. Completes when the message is on disk; fails if it could not be written.
  public CompletableFuture<EnqueueResult> claim(DeliveredQuestion deliveredQuestion) {
    return batchingWriter.write(rows -> claim(rows, deliveredQuestion));
  }

  private static EnqueueResult claim(ReplyQueueDao rows, DeliveredQuestion deliveredQuestion) {
    var questionAsked = deliveredQuestion.asked();
    var thread = questionAsked.thread();
    if (questionAsked.kind() == QuestionAsked.Kind.FOLLOW_UP
        && (thread == null
            || !rows.isFollowed(questionAsked.team(), questionAsked.channel(), thread))) {
      return new EnqueueResult.NotForUs();
    }
    if (deliveredQuestion.event() != null && !rows.claim(deliveredQuestion.event())) {
      return new EnqueueResult.Known();
    }
    var id = rows.keep(questionAsked);
    if (id.isEmpty()) {
      return new EnqueueResult.Known();
    }
    if (thread != null) {
      rows.follow(questionAsked.team(), questionAsked.channel(), thread);
    }
    return new EnqueueResult.Kept(id.get(), PendingReply.orderingKey(id.get(), questionAsked));
  }

  /// All pending messages, oldest first.
  List<EnqueueResult.Kept> waiting() {
    return batchingWriter.read(ReplyQueueDao::waiting);
  }

  /// A pending reply to start; empty if the message has its reply, or this process is no longer the
  /// leader.
  public Optional<PendingReply> find(long id) {
    return batchingWriter.read(rows -> rows.isOnDuty() ? rows.find(id) : Optional.empty());
  }

  /// A pending reply that an earlier run may have started, with its attempt counted; empty if the
  /// message has its reply, or this process is no longer the leader.
  public Optional<PendingReply> takeUpAgain(long id) {
    return batchingWriter.writeAndAwait(rows -> {
      if (!rows.isOnDuty()) {
        return Optional.empty();
      }
      rows.countAttempt(id);
      return rows.find(id);
    });
  }

  /// The stored turn that answered a message; empty if none exists or the message was purged.
  public Optional<PendingReply.TurnId> findTurn(long id) {
    return batchingWriter.read(rows -> rows.answered(id));
  }

  /// Returns true if the Slack message is a recorded part of a reply.
  public boolean isKnown(PendingReply pendingReply, String ts) {
    return batchingWriter.read(
        rows -> rows.isKnown(pendingReply.asked().team(), pendingReply.asked().channel(), ts));
  }

  /// Records the progress of one pending reply. Some changes must be on disk before the next step;
  /// the others are written together with those. Not thread-safe.
  public final class ReplyProgress {
    private final PendingReply pendingReply;
    private final List<Consumer<ReplyQueueDao>> unwritten = new ArrayList<>();

    private ReplyProgress(PendingReply pendingReply) {
      this.pendingReply = pendingReply;
    }

    /// Records the state of a message; it is on disk when this method returns.
    public void now(ReplyMessage replyMessage) {
      soon(replyMessage);
      write();
    }

    /// Records the state of a message with the next write. If it is lost, it can be determined
    /// again.
    public void soon(ReplyMessage replyMessage) {
      unwritten.add(rows -> rows.note(pendingReply.id(), replyMessage));
    }

    /// Records the turn that answers the message, and the conversation of its thread.
    public void recordAnswered(String thread, PendingReply.TurnId turn) {
      unwritten.add(rows -> rows.answered(pendingReply, thread, turn));
    }

    /// Records the new thread that the reply began.
    public void began(String thread) {
      unwritten.add(rows -> rows.began(pendingReply, thread));
      write();
    }

    /// Records that the reply is complete.
    public void recordReplied() {
      unwritten.add(rows -> rows.end(pendingReply.id(), "replied"));
      write();
    }

    /// Records that no reply will be sent.
    public void recordFailed() {
      unwritten.add(rows -> rows.end(pendingReply.id(), "failed"));
      write();
    }

    /// @throws ShutdownException if this process is no longer the leader
    private void write() {
      var notes = List.copyOf(unwritten);
      unwritten.clear();
      boolean written =
          batchingWriter.writeAndAwait(rows -> {
            if (!rows.isOnDuty()) {
              return false;
            }
            notes.forEach(note -> note.accept(rows));
            return true;
          });
      if (!written) {
        throw new ShutdownException();
      }
    }
  }

  public ReplyProgress notes(PendingReply pendingReply) {
    return new ReplyProgress(pendingReply);
  }

  /// Purges expired data, at most once an hour.
  public void purgeExpired() {
    hourlyCleanup.ifDue(
        now -> batchingWriter.writeAndAwait(rows -> rows.forget(now.minus(keep).toEpochMilli())));
  }
}
