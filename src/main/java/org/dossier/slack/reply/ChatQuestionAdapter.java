package org.dossier.slack.reply;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.Chat;
import org.dossier.chat.Message;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.conversation.Feedback;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.chat.conversation.Reply;
import org.dossier.chat.conversation.Turn;
import org.dossier.chat.conversation.UnknownConversationException;
import org.dossier.chat.conversation.UnknownTurnException;
import org.dossier.chat.suggestion.FollowUpQuestions;
import org.dossier.observability.Channel;
import org.dossier.observability.QuestionInstrumentation;
import org.dossier.search.Filters;
import org.dossier.slack.queue.PendingReply;
import org.jspecify.annotations.Nullable;

/// Answers questions through [Chat].
@Singleton
public final class ChatQuestionAdapter implements QuestionPort {
  private final Chat chat;
  private final Conversations conversations;
  private final FollowUpQuestions followUps;
  private final QuestionInstrumentation questionInstrumentation;

  ChatQuestionAdapter(
      Chat chat,
      Conversations conversations,
      FollowUpQuestions followUps,
      QuestionInstrumentation questionInstrumentation) {
    this.questionInstrumentation = questionInstrumentation;
    this.chat = chat;
    this.conversations = conversations;
    this.followUps = followUps;
  }

  @Override
  public Reply ask(@Nullable String conversation, String message, AnswerListener listener) {
    return questionInstrumentation.record(
        Channel.SLACK, message, () -> continueOrRestart(conversation, message, listener));
  }

  private Reply continueOrRestart(
      @Nullable String conversation, String message, AnswerListener listener) {
    try {
      return chat.ask(new Message(conversation, message, Filters.NONE), listener);
    } catch (UnknownConversationException e) {
      return askInNewConversation(message, listener);
    } catch (InvalidMessageException e) {
      if (conversation != null && e.field().equals("conversation")) {
        return askInNewConversation(message, listener);
      }
      throw e;
    }
  }

  private Reply askInNewConversation(String message, AnswerListener listener) {
    return chat.ask(new Message(null, message, Filters.NONE), listener);
  }

  @Override
  public Optional<Reply> findReply(PendingReply.TurnId turn) {
    return conversations
        .find(turn.conversation())
        .flatMap(conversation ->
            conversation.turns().stream()
                .map(Turn::reply)
                .filter(reply -> reply.turn() == turn.number())
                .findFirst());
  }

  @Override
  public Optional<Reply> findLastReply(String conversation, String message, Instant since) {
    return conversations
        .find(conversation)
        .filter(found -> !found.turns().isEmpty())
        .map(found -> found.turns().getLast())
        .filter(turn -> turn.message().equals(message) && !turn.asked().isBefore(since))
        .map(Turn::reply);
  }

  @Override
  public List<String> followUps(PendingReply.TurnId turn) {
    try {
      return followUps.after(turn.conversation(), turn.number());
    } catch (UnknownConversationException | UnknownTurnException e) {
      return List.of();
    }
  }

  /// Ignores ratings of turns that no longer exist.
  @Override
  public void rate(PendingReply.TurnId turn, Feedback.Verdict verdict) {
    if (findReply(turn).isPresent()) {
      conversations.rate(turn.conversation(), turn.number(), verdict, null);
    }
  }
}
