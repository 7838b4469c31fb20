package org.dossier.chat.rewriting;

import java.util.List;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Statement;
import org.dossier.chat.conversation.Turn;

/// The parts of a previous turn that a later message may refer to.
///
/// @param question the standalone question
/// @param statements the statements of the answer; empty if it cites nothing
/// @param headlines the headlines of the cited articles
public record HistoryTurn(String question, List<String> statements, List<String> headlines) {
  public HistoryTurn {
    statements = List.copyOf(statements);
    headlines = List.copyOf(headlines);
  }

  public static HistoryTurn of(Turn turn) {
    return of(turn.reply().question(), turn.reply().answer());
  }

  /// A turn of a standalone question and its answer.
  public static HistoryTurn of(String question, Answer answer) {
    return switch (answer) {
      case CitedAnswer answered ->
          new HistoryTurn(
              question,
              answered.statements().stream()
                  .filter(statement -> isCurrent(statement, answered.citations()))
                  .map(Statement::text)
                  .toList(),
              answered.citations().stream()
                  .filter(citation -> citation.source().current())
                  .map(citation -> citation.source().article().headline())
                  .distinct()
                  .toList());
      case Clarification _, About _, Abstained _ -> new HistoryTurn(question, List.of(), List.of());
    };
  }

  /// True if all sources of the statement are current: replaced versions are not used.
  private static boolean isCurrent(Statement statement, List<Citation> citations) {
    return statement.citations().stream()
        .allMatch(number -> citations.get(number - 1).source().current());
  }
}
