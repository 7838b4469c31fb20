package org.dossier.chat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.conversation.MessageValidator;
import org.dossier.chat.conversation.Reply;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.instrumentation.Stage;
import org.jspecify.annotations.Nullable;

/// Answers messages: rewrites a message as a standalone question, answers it from the archive and
/// stores the turn. Safe for any number of threads.
@Singleton
public final class Chat {
  private final Conversations conversations;
  private final Responder responder;
  private final ChatConfig config;
  private final Clock clock;

  public Chat(Conversations conversations, Responder responder, ChatConfig config, Clock clock) {
    this.conversations = conversations;
    this.responder = responder;
    this.config = config;
    this.clock = clock;
  }

  /// Answers `message` and stores the turn. When this returns, the turn is on disk. If this or the
  /// listener throws, no turn is stored.
  ///
  /// @throws InvalidMessageException if the message breaks a rule, or its conversation is full
  /// @throws UnknownConversationException if the message's conversation does not exist
  public Reply ask(Message message, AnswerListener listener) {
    prepare(message);
    if (message.conversation() != null) {
      conversations.checkOpen(message.conversation());
    }
    var asked = clock.instant();
    var response =
        responder.respond(
            earlier(message.conversation()),
            message.text(),
            message.filters(),
            LocalDate.ofInstant(asked, clock.getZone()),
            listener);
    var newTurn =
        new Conversations.NewTurn(
            asked,
            message.text(),
            response.question(),
            message.filters(),
            response.answer(),
            message.key());
    return Stage.STORE.run(() -> store(message, newTurn));
  }

  /// Validates `message` and deletes expired conversations, if that is due.
  ///
  /// @throws InvalidMessageException if the message breaks a rule
  void prepare(Message message) {
    MessageValidator.check(message.text(), config.maxMessageLength());
    conversations.purgeExpired();
  }

  private List<HistoryTurn> earlier(@Nullable String conversation) {
    return conversation == null
        ? List.of()
        : conversations.latest(conversation, config.context().turnsScanned()).stream()
            .map(HistoryTurn::of)
            .toList();
  }

  private Reply store(Message message, Conversations.NewTurn newTurn) {
    var id = message.conversation();
    if (id == null) {
      return reply(conversations.begin(newTurn, message.client()), 1, newTurn);
    }
    return reply(id, conversations.add(id, newTurn), newTurn);
  }

  private static Reply reply(String conversation, int turn, Conversations.NewTurn newTurn) {
    return new Reply(conversation, turn, newTurn.question(), newTurn.answer(), List.of());
  }
}
