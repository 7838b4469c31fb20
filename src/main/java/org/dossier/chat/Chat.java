package org.dossier.chat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.Abstained;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answered;
import org.dossier.answer.Answerer;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.conversation.IdempotencyKey;
import org.dossier.chat.conversation.KeyReusedException;
import org.dossier.chat.conversation.MessageValidator;
import org.dossier.chat.conversation.Reply;
import org.dossier.chat.conversation.Turn;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.concurrent.KeyedMutex;
import org.dossier.instrumentation.Stage;
import org.dossier.question.Question;
import org.jspecify.annotations.Nullable;

/// A message becomes a stand-alone question, its answer a kept turn. Safe for any number of
/// threads.
@Singleton
public final class Chat {
  private final Answerer answerer;
  private final Conversations conversations;
  private final QuestionRewriter questionRewriter;
  private final ChatConfig config;
  private final Clock clock;
  private final KeyedMutex<IdempotencyKey> asks = new KeyedMutex<>();

  public Chat(
      Answerer answerer,
      Conversations conversations,
      QuestionRewriter questionRewriter,
      ChatConfig config,
      Clock clock) {
    this.answerer = answerer;
    this.conversations = conversations;
    this.questionRewriter = questionRewriter;
    this.config = config;
    this.clock = clock;
  }

  /// Answers `message` and keeps the turn. When this returns, the turn is on disk; when it throws,
  /// or the listener does, nothing is kept.
  ///
  /// A message with a key is asked once, however often it is sent, also at the same time, of
  /// another process on the archive, or after a restart: where its turn is kept, the listener is
  /// told its statements again, without evidence.
  ///
  /// @throws InvalidMessageException if the message breaks a rule, or its conversation is full
  /// @throws UnknownConversationException if it goes on with a conversation that there is not
  /// @throws KeyReusedException if another message was asked under its key
  public Reply ask(Message message, AnswerListener listener) {
    MessageValidator.check(message.text(), config.maxMessageLength());
    conversations.purgeExpired();
    var key = message.key();
    return key == null
        ? answer(message, listener)
        : asks.run(
            key,
            () ->
                conversations.withLock(
                    key, listener::waiting, () -> askedOnce(key, message, listener)));
  }

  private Reply askedOnce(IdempotencyKey key, Message message, AnswerListener listener) {
    return conversations
        .findByKey(key)
        .map(turn -> replay(turn, message, listener))
        .orElseGet(() -> answer(message, listener));
  }

  private static Reply replay(Turn turn, Message message, AnswerListener listener) {
    var reply = turn.reply();
    boolean isSame =
        turn.message().equals(message.text())
            && turn.filters().equals(message.filters())
            && (message.conversation() == null
                || message.conversation().equals(reply.conversation()));
    if (!isSame) {
      throw new KeyReusedException();
    }
    switch (reply.answer()) {
      case Answered answered -> tell(answered, listener);
      case Abstained _ -> {}
    }
    return reply;
  }

  private static void tell(Answered answered, AnswerListener listener) {
    int told = 0;
    for (var statement : answered.statements()) {
      int before = told;
      var fresh =
          answered.citations().stream()
              .filter(citation -> statement.citations().contains(citation.number()))
              .filter(citation -> citation.number() > before)
              .toList();
      listener.statement(statement, fresh);
      told += fresh.size();
    }
  }

  private Reply answer(Message message, AnswerListener listener) {
    if (message.conversation() != null) {
      conversations.checkOpen(message.conversation());
    }
    var asked = clock.instant();
    var understood =
        Stage.STAND_ALONE.run(
            () -> questionRewriter.understand(earlier(message.conversation()), message.text()));
    var day = LocalDate.ofInstant(asked, clock.getZone());
    var question =
        new Question(understood.question(), understood.context(), message.filters(), day);
    var answer = answerer.answer(question, listener);
    var newTurn =
        new Conversations.NewTurn(
            asked, message.text(), question.text(), message.filters(), answer, message.key());
    return Stage.STORING.run(() -> keep(message, newTurn));
  }

  private List<HistoryTurn> earlier(@Nullable String conversation) {
    return conversation == null
        ? List.of()
        : conversations.latest(conversation, config.context().turnsScanned()).stream()
            .map(HistoryTurn::of)
            .toList();
  }

  private Reply keep(Message message, Conversations.NewTurn newTurn) {
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
