package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.List;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.text.sentence.SentenceSplitter;

/// The turns that a set gives for a question, as a conversation would have stored them: each
/// message rewritten as a standalone question, and answered as the set says.
final class ConversationHistory {
  private ConversationHistory() {}

  static List<HistoryTurn> of(GoldQuestion gold, QuestionRewriter questionRewriter) {
    var earlier = new ArrayList<HistoryTurn>();
    for (var turn : gold.context().history()) {
      switch (turn.role()) {
        case USER -> earlier.add(userTurn(turn.text(), questionRewriter, earlier));
        case ASSISTANT -> addAnswer(turn.text(), earlier);
      }
    }
    return earlier;
  }

  private static HistoryTurn userTurn(
      String message, QuestionRewriter questionRewriter, List<HistoryTurn> earlier) {
    var question = questionRewriter.rewrite(earlier, message).question();
    return new HistoryTurn(question, List.of(), List.of());
  }

  private static void addAnswer(String text, List<HistoryTurn> earlier) {
    if (earlier.isEmpty()) {
      return;
    }
    var statements = SentenceSplitter.split(text).stream().map(span -> span.of(text)).toList();
    var asked = earlier.removeLast();
    earlier.add(new HistoryTurn(asked.question(), statements, asked.headlines()));
  }
}
