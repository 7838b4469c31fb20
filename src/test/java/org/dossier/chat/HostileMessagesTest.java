package org.dossier.chat;

import java.util.List;
import org.dossier.LinearWork;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.RuleBasedRewriter;
import org.dossier.chat.suggestion.QuestionGenerator;
import org.junit.jupiter.api.Test;

/// Rewriting takes linear time for hostile messages. A message may have 2,000 characters; a longer
/// one is rejected before it is processed.
class HostileMessagesTest {
  private static final int MESSAGE = 2_000;
  private static final HistoryTurn TURN =
      new HistoryTurn(
          "Who is Ada Berg and what did the agreement on energy say?",
          List.of("Ada Berg signed the agreement in Vienna in 2014."),
          List.of("The agreement"));

  @Test
  void rewritingAMessageIsLinear() {
    LinearWork.verify(MESSAGE, text -> RuleBasedRewriter.resolve(List.of(TURN), text));
    LinearWork.verify(
        MESSAGE, text -> RuleBasedRewriter.resolve(List.of(TURN), "What about it and " + text));
  }

  @Test
  void readingPreviousTurnsIsLinear() {
    LinearWork.verify(
        MESSAGE, text -> resolveAfter(text, "What did they say about that deal then?"));
  }

  /// Each of many pronouns examines the word before it.
  @Test
  void longWordBetweenPronounsIsLinear() {
    LinearWork.verify(
        "a long word and pronouns",
        20_000,
        length -> "a".repeat(length) + " it then it".repeat(18),
        text -> RuleBasedRewriter.resolve(List.of(TURN), text));
  }

  @Test
  void generatingQuestionsIsLinear() {
    LinearWork.verify(MESSAGE, QuestionGenerator::generate);
  }

  private static void resolveAfter(String earlier, String message) {
    var turn = new HistoryTurn(earlier, List.of(earlier), List.of(earlier));
    RuleBasedRewriter.resolve(List.of(turn), message);
  }
}
