package org.dossier.chat.rewriting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Statement;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.conversation.Turn;
import org.dossier.question.CitedSentences;
import org.dossier.text.name.NameFinder;

/// The parts of a previous turn that a later message may refer to.
///
/// @param question the standalone question
/// @param statements the statements of the answer; empty if it cites nothing
/// @param headlines the headlines of the cited articles
/// @param cited the article versions that the reply cited, each once
/// @param sentences the sentences that the reply cited
/// @param hasSubject false for small talk and for a question about the archive or the program: no
///   later message refers to anything in it
public record HistoryTurn(
    String question,
    List<String> statements,
    List<String> headlines,
    List<ArticleVersion> cited,
    Set<CitedSentences.Place> sentences,
    boolean hasSubject) {
  public HistoryTurn {
    statements = List.copyOf(statements);
    headlines = List.copyOf(headlines);
    cited = List.copyOf(cited);
    sentences = Set.copyOf(sentences);
  }

  /// A turn without the places of its sentences.
  public HistoryTurn(
      String question,
      List<String> statements,
      List<String> headlines,
      List<ArticleVersion> cited,
      boolean hasSubject) {
    this(question, statements, headlines, cited, Set.of(), hasSubject);
  }

  /// A turn about the content of articles, without its sources.
  public HistoryTurn(String question, List<String> statements, List<String> headlines) {
    this(question, statements, headlines, List.of(), true);
  }

  /// The same turn with its question in other words.
  HistoryTurn withQuestion(String newQuestion) {
    return new HistoryTurn(newQuestion, statements, headlines, cited, sentences, hasSubject);
  }

  public static HistoryTurn of(Turn turn) {
    return of(turn.reply().question(), turn.reply().answer());
  }

  /// A turn of a standalone question and its answer.
  public static HistoryTurn of(String question, Answer answer) {
    return switch (answer) {
      case CitedAnswer answered -> of(question, answered);
      case Clarification _ ->
          // A question back to a question without a name means that it refers to nothing known.
          withoutStatements(question, !NameFinder.find(question).isEmpty());
      case About _ -> withoutStatements(question, false);
      case Abstained _ -> withoutStatements(question, true);
    };
  }

  private static HistoryTurn of(String question, CitedAnswer answered) {
    return new HistoryTurn(
        question,
        answered.statements().stream()
            .filter(statement -> isCurrent(statement, answered.citations()))
            .map(Statement::text)
            .toList(),
        answered.citations().stream()
            .filter(citation -> citation.source().current())
            .map(citation -> citation.source().article().headline())
            .distinct()
            .toList(),
        answered.citations().stream().map(Citation::source).distinct().toList(),
        answered.citations().stream().map(HistoryTurn::place).collect(Collectors.toSet()),
        true);
  }

  private static CitedSentences.Place place(Citation citation) {
    return new CitedSentences.Place(
        citation.source().article().id(), citation.source().version(), citation.span());
  }

  private static HistoryTurn withoutStatements(String question, boolean hasSubject) {
    return new HistoryTurn(question, List.of(), List.of(), List.of(), hasSubject);
  }

  /// True if all sources of the statement are current: replaced versions are not used.
  private static boolean isCurrent(Statement statement, List<Citation> citations) {
    return statement.citations().stream()
        .allMatch(number -> citations.get(number - 1).source().current());
  }
}
