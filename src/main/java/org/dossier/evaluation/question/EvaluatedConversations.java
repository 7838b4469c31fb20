package org.dossier.evaluation.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.answer.AnswerListener;
import org.dossier.chat.Responder;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.search.Filters;

/// The conversations of one evaluation. Nothing is stored. Not thread-safe.
final class EvaluatedConversations {
  private final Responder responder;
  private final QuestionRewriter questionRewriter;
  private final LocalDate defaultDate;
  private final Map<String, List<HistoryTurn>> turnsByConversation = new HashMap<>();

  /// @param defaultDate the date of asking for questions that do not state one
  EvaluatedConversations(
      Responder responder, QuestionRewriter questionRewriter, LocalDate defaultDate) {
    this.responder = responder;
    this.questionRewriter = questionRewriter;
    this.defaultDate = defaultDate;
  }

  LocalDate askedOn(GoldQuestion gold) {
    return gold.asked() == null ? defaultDate : gold.asked();
  }

  /// The turns before `gold`, oldest first. The messages in its `after` are asked here.
  List<HistoryTurn> before(GoldQuestion gold) {
    var turns = new ArrayList<>(conversation(gold));
    for (var message : gold.context().after()) {
      turns.add(turn(respond(turns, message, askedOn(gold))));
    }
    return turns;
  }

  /// Responds to the question, and adds the turn to its conversation.
  ///
  /// @param before the turns before it
  Responder.Response respond(GoldQuestion gold, List<HistoryTurn> before) {
    var response = respond(before, gold.question(), askedOn(gold));
    var conversation = gold.context().conversation();
    if (conversation != null) {
      var turns = new ArrayList<>(before);
      turns.add(turn(response));
      turnsByConversation.put(conversation, turns);
    }
    return response;
  }

  private List<HistoryTurn> conversation(GoldQuestion gold) {
    var conversation = gold.context().conversation();
    var turns = conversation == null ? null : turnsByConversation.get(conversation);
    return turns == null ? ConversationHistory.of(gold, questionRewriter) : turns;
  }

  private Responder.Response respond(List<HistoryTurn> earlier, String message, LocalDate askedOn) {
    return responder.respond(earlier, message, Filters.NONE, askedOn, AnswerListener.NONE);
  }

  private static HistoryTurn turn(Responder.Response response) {
    return HistoryTurn.of(response.question(), response.answer());
  }
}
