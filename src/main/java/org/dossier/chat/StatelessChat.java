package org.dossier.chat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.chat.conversation.MessageValidator;
import org.dossier.search.Filters;

/// Answers messages of conversations that the clients keep and send along. Stores nothing. Safe for
/// any number of threads.
@Singleton
public final class StatelessChat {
  private final HistoryReader historyReader;
  private final Responder responder;
  private final Responder extractiveResponder;
  private final ChatConfig config;
  private final Clock clock;

  public StatelessChat(
      HistoryReader historyReader, Responder responder, ChatConfig config, Clock clock) {
    this.historyReader = historyReader;
    this.responder = responder;
    this.extractiveResponder = responder.withoutLlm();
    this.config = config;
    this.clock = clock;
  }

  /// A message with the turns before it.
  ///
  /// @param past the earlier turns, oldest first; possibly empty
  /// @param message the message as typed
  /// @param filters the articles that may answer
  /// @param extractive true to answer in the articles' own sentences, regardless of the configured
  ///   LLM
  public record Ask(List<PastTurn> past, String message, Filters filters, boolean extractive) {
    public Ask {
      past = List.copyOf(past);
    }
  }

  /// Checks a message, named `field` in the problem.
  ///
  /// @throws org.dossier.chat.conversation.InvalidMessageException if it breaks a rule
  public void check(String field, String message) {
    MessageValidator.check(field, message, config.maxMessageLength());
  }

  /// Answers a message that [#check] accepts.
  public Responder.Response answer(Ask ask, AnswerListener listener) {
    var asked = LocalDate.ofInstant(clock.instant(), clock.getZone());
    var chosen = ask.extractive() ? extractiveResponder : responder;
    return chosen.respond(
        historyReader.read(ask.past()), ask.message(), ask.filters(), asked, listener);
  }
}
