package org.dossier.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.dossier.chat.EarlierTurn;
import org.dossier.chat.StandAlone;
import org.dossier.text.SentenceSplitter;

/// The turns before a question of a set, as a conversation would have kept them: each message made
/// to stand alone after those before it, and answered as the set says.
final class EarlierTurns {
  private EarlierTurns() {}

  static List<EarlierTurn> of(GoldQuestion gold, StandAlone standAlone) {
    var earlier = new ArrayList<EarlierTurn>();
    for (var turn : gold.history()) {
      switch (turn.role()) {
        case USER -> earlier.add(asked(turn.text(), standAlone, earlier));
        case ASSISTANT -> answer(turn.text(), earlier);
      }
    }
    return earlier;
  }

  private static EarlierTurn asked(
      String message, StandAlone standAlone, List<EarlierTurn> earlier) {
    var question = standAlone.understand(earlier, message).question();
    return new EarlierTurn(question, List.of(), List.of());
  }

  private static void answer(String text, List<EarlierTurn> earlier) {
    if (earlier.isEmpty()) {
      return;
    }
    var statements = SentenceSplitter.of(text).stream().map(span -> span.of(text)).toList();
    var asked = earlier.removeLast();
    earlier.add(new EarlierTurn(asked.question(), statements, asked.headlines()));
  }
}
