package org.dossier.slack;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.conversation.Feedback;
import org.dossier.chat.conversation.Reply;
import org.dossier.slack.queue.PendingReply;
import org.dossier.slack.reply.ChatQuestionAdapter;
import org.dossier.slack.reply.QuestionPort;
import org.jspecify.annotations.Nullable;

/// Answers from the archive. While it is held, no answer completes.
@Alternative
@Singleton
final class BlockingQuestionPort implements QuestionPort {
  /// A question that is not answered from the archive.
  static final String SHORT = "who?";

  private final ChatQuestionAdapter archive;
  private volatile @Nullable CountDownLatch held;

  BlockingQuestionPort(ChatQuestionAdapter archive) {
    this.archive = archive;
  }

  /// Blocks the answers to all further questions until they are released.
  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    var mayAnswer = held;
    held = null;
    if (mayAnswer != null) {
      mayAnswer.countDown();
    }
  }

  @Override
  public Reply ask(@Nullable String conversation, String message, AnswerListener listener) {
    var mayAnswer = held;
    if (mayAnswer == null && !message.equals(SHORT)) {
      return archive.ask(conversation, message, listener);
    }
    try {
      if (mayAnswer != null) {
        mayAnswer.await();
      }
      return new Reply("held", 1, message, SampleReplies.abstained(), List.of());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<Reply> findReply(PendingReply.TurnId turn) {
    return archive.findReply(turn);
  }

  @Override
  public Optional<Reply> findLastReply(String conversation, String message, Instant since) {
    return archive.findLastReply(conversation, message, since);
  }

  @Override
  public List<String> followUps(PendingReply.TurnId turn) {
    return archive.followUps(turn);
  }

  @Override
  public void rate(PendingReply.TurnId turn, Feedback.Verdict verdict) {
    archive.rate(turn, verdict);
  }
}
