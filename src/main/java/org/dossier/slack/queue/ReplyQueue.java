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

/// The messages that wait for their reply, in the database. Safe for any number of threads.
public final class ReplyQueue {
  private final BatchingWriter batchingWriter;
  private final Duration keep;
  private final HourlyCleanup hourlyCleanup;

  public ReplyQueue(BatchingWriter batchingWriter, Duration keep, HourlyCleanup hourlyCleanup) {
    this.batchingWriter = batchingWriter;
    this.keep = keep;
    this.hourlyCleanup = hourlyCleanup;
  }

  /// A message, and the event that told of it.
  ///
  /// @param event by which a second delivery is known; null where there is none
  public record DeliveredQuestion(QuestionAsked asked, @Nullable String event) {}

  /// What became of a message that was delivered.
  public sealed interface EnqueueResult {
    /// It waits for its reply now.
    record Kept(long id, String line) implements EnqueueResult {}

    /// It was delivered before, perhaps by another event.
    record Known() implements EnqueueResult {}

    /// It stands in a thread in which the bot was never addressed.
    record NotForUs() implements EnqueueResult {}
  }

  /// Takes a message over: done once it is on disk, failed where it could not be written.
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

  /// All that wait, oldest first.
  List<EnqueueResult.Kept> waiting() {
    return batchingWriter.read(ReplyQueueDao::waiting);
  }

  /// An errand to begin with; empty where it has its reply, or is another process's by now.
  public Optional<PendingReply> find(long id) {
    return batchingWriter.read(rows -> rows.isOnDuty() ? rows.find(id) : Optional.empty());
  }

  /// An errand that was begun before this process, perhaps more than once; empty where it has its
  /// reply, or is another process's by now.
  public Optional<PendingReply> takeUpAgain(long id) {
    return batchingWriter.writeAndAwait(rows -> {
      if (!rows.isOnDuty()) {
        return Optional.empty();
      }
      rows.countAttempt(id);
      return rows.find(id);
    });
  }

  /// The turn that was kept of a message; empty where there is none, or no more.
  public Optional<PendingReply.TurnId> findTurn(long id) {
    return batchingWriter.read(rows -> rows.answered(id));
  }

  /// Whether a message of the bot's is part of a reply that we know of.
  public boolean isKnown(PendingReply pendingReply, String ts) {
    return batchingWriter.read(
        rows -> rows.isKnown(pendingReply.asked().team(), pendingReply.asked().channel(), ts));
  }

  /// What happens to one errand, for one thread: some of it must be on disk before anything else is
  /// done, the rest is written with that.
  public final class ReplyProgress {
    private final PendingReply pendingReply;
    private final List<Consumer<ReplyQueueDao>> unwritten = new ArrayList<>();

    private ReplyProgress(PendingReply pendingReply) {
      this.pendingReply = pendingReply;
    }

    /// What is known of a part; on disk when this returns.
    public void now(ReplyMessage replyMessage) {
      soon(replyMessage);
      write();
    }

    /// What is known of a part; were it lost, it could be found out again.
    public void soon(ReplyMessage replyMessage) {
      unwritten.add(rows -> rows.note(pendingReply.id(), replyMessage));
    }

    /// The turn that was kept of the message, in its thread.
    public void recordAnswered(String thread, PendingReply.TurnId turn) {
      unwritten.add(rows -> rows.answered(pendingReply, thread, turn));
    }

    /// The reply began a thread of its own.
    public void began(String thread) {
      unwritten.add(rows -> rows.began(pendingReply, thread));
      write();
    }

    /// The reply stands.
    public void recordReplied() {
      unwritten.add(rows -> rows.end(pendingReply.id(), "replied"));
      write();
    }

    /// There will be no reply.
    public void recordFailed() {
      unwritten.add(rows -> rows.end(pendingReply.id(), "failed"));
      write();
    }

    /// @throws ShutdownException if the errand is another process's by now
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

  /// Forgets what is kept no longer, if that was not done within the last hour.
  public void purgeExpired() {
    hourlyCleanup.ifDue(
        now -> batchingWriter.writeAndAwait(rows -> rows.forget(now.minus(keep).toEpochMilli())));
  }
}
