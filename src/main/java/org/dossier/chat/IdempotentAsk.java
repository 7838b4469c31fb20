package org.dossier.chat;

import jakarta.inject.Singleton;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answered;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.conversation.IdempotencyKey;
import org.dossier.chat.conversation.KeyReusedException;
import org.dossier.chat.conversation.Reply;
import org.dossier.chat.conversation.Turn;
import org.dossier.concurrent.KeyedMutex;

/// Answers each message with an idempotency key once, regardless of how often it is sent: also
/// concurrently, through another process on the archive, or after a restart. Repeated requests get
/// the stored turn. A message without a key is asked each time. Safe for any number of threads.
@Singleton
public final class IdempotentAsk {
  private final Chat chat;
  private final Conversations conversations;
  private final KeyedMutex<IdempotencyKey> asks = new KeyedMutex<>();

  public IdempotentAsk(Chat chat, Conversations conversations) {
    this.chat = chat;
    this.conversations = conversations;
  }

  /// Asks `message` as [Chat#ask] does. If a turn is stored under the message's key, its reply is
  /// returned, and the listener receives the stored statements again, without evidence.
  ///
  /// @throws InvalidMessageException as [Chat#ask]
  /// @throws UnknownConversationException as [Chat#ask]; also if the turn stored under the key has
  ///   expired
  /// @throws KeyReusedException if the key was used for another message
  public Reply ask(Message message, AnswerListener listener) {
    var key = message.key();
    if (key == null) {
      return chat.ask(message, listener);
    }
    // Before the lookup: an invalid message is reported as such, and expired turns are not found.
    chat.prepare(message);
    // The first lock excludes this process's threads, the second one other processes.
    try (var _ = asks.lock(key);
        var _ = conversations.lock(key, listener::waiting)) {
      var turn = conversations.findByKey(key);
      return turn.isPresent() ? replay(turn.get(), message, listener) : chat.ask(message, listener);
    }
  }

  private static Reply replay(Turn turn, Message message, AnswerListener listener) {
    if (!isSame(turn, message)) {
      throw new KeyReusedException();
    }
    switch (turn.reply().answer()) {
      case Answered answered -> replay(answered, listener);
      case Related related -> {
        listener.related();
        replay(related, listener);
      }
      case Clarification _, About _, Abstained _ -> {}
    }
    return turn.reply();
  }

  private static boolean isSame(Turn turn, Message message) {
    return turn.message().equals(message.text())
        && turn.filters().equals(message.filters())
        && (message.conversation() == null
            || message.conversation().equals(turn.reply().conversation()));
  }

  /// Sends the statements, each with the citations that no earlier statement used.
  private static void replay(CitedAnswer answered, AnswerListener listener) {
    int sent = 0;
    for (var statement : answered.statements()) {
      int before = sent;
      var newCitations =
          answered.citations().stream()
              .filter(citation -> statement.citations().contains(citation.number()))
              .filter(citation -> citation.number() > before)
              .toList();
      listener.statement(statement, newCitations);
      sent += newCitations.size();
    }
  }
}
