package org.dossier.chat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answerer;
import org.dossier.retrieval.Question;
import org.jspecify.annotations.Nullable;

/// A message becomes a stand-alone question, its answer a kept turn. Safe for any number of
/// threads.
@Singleton
public final class Chat {
  private final Answerer answerer;
  private final Conversations conversations;
  private final StandAlone standAlone;
  private final ChatConfig config;
  private final Clock clock;

  public Chat(
      Answerer answerer,
      Conversations conversations,
      StandAlone standAlone,
      ChatConfig config,
      Clock clock) {
    this.answerer = answerer;
    this.conversations = conversations;
    this.standAlone = standAlone;
    this.config = config;
    this.clock = clock;
  }

  /// Answers `message` and keeps the turn. When this returns, the turn is on disk; when it throws,
  /// or the listener does, nothing is kept.
  ///
  /// @throws InvalidMessageException if the message breaks a rule, or its conversation is full
  /// @throws UnknownConversationException if it goes on with a conversation that there is not
  public Reply ask(Message message, AnswerListener listener) {
    MessageRules.check(message.text(), config.messageLimit());
    conversations.clear();
    if (message.conversation() != null) {
      conversations.checkOpen(message.conversation());
    }
    var asked = clock.instant();
    var understood = standAlone.understand(earlier(message.conversation()), message.text());
    var day = LocalDate.ofInstant(asked, clock.getZone());
    var question =
        new Question(understood.question(), understood.context(), message.filters(), day);
    var answer = answerer.answer(question, listener);
    return keep(
        message,
        new Conversations.Exchange(
            asked, message.text(), question.text(), message.filters(), answer));
  }

  private List<EarlierTurn> earlier(@Nullable String conversation) {
    return conversation == null
        ? List.of()
        : conversations.latest(conversation, config.earlier().read()).stream()
            .map(EarlierTurn::of)
            .toList();
  }

  private Reply keep(Message message, Conversations.Exchange exchange) {
    var id = message.conversation();
    if (id == null) {
      return reply(conversations.begin(exchange, message.client()), 1, exchange);
    }
    return reply(id, conversations.add(id, exchange), exchange);
  }

  private static Reply reply(String conversation, int turn, Conversations.Exchange exchange) {
    return new Reply(conversation, turn, exchange.question(), exchange.answer(), List.of());
  }
}
