package org.dossier.chat.rewriting;

import java.util.List;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.chat.conversation.Turn;

/// What an earlier turn left behind that a later message may point at.
///
/// @param question its stand-alone question
/// @param statements what it was answered, sentence by sentence; none for an abstention
/// @param headlines those of the articles that the answer cites
public record HistoryTurn(String question, List<String> statements, List<String> headlines) {
  public HistoryTurn {
    statements = List.copyOf(statements);
    headlines = List.copyOf(headlines);
  }

  public static HistoryTurn of(Turn turn) {
    var reply = turn.reply();
    return switch (reply.answer()) {
      case Answered answered ->
          new HistoryTurn(
              reply.question(),
              answered.statements().stream()
                  .filter(statement -> stands(statement, answered.citations()))
                  .map(Statement::text)
                  .toList(),
              answered.citations().stream()
                  .filter(citation -> citation.source().current())
                  .map(citation -> citation.source().article().headline())
                  .distinct()
                  .toList());
      case Abstained _ -> new HistoryTurn(reply.question(), List.of(), List.of());
    };
  }

  /// Nothing follows from what an article says no longer.
  private static boolean stands(Statement statement, List<Citation> citations) {
    return statement.citations().stream()
        .allMatch(number -> citations.get(number - 1).source().current());
  }
}
