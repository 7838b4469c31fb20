package org.dossier.answer;

import java.util.ArrayList;
import java.util.List;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.answer.extraction.Excerpt;

/// Builds statements from excerpts: each cites its own sentences.
final class ExtractiveAnswerBuilder {
  private final List<Statement> statements = new ArrayList<>();
  private final List<Citation> citations = new ArrayList<>();
  private final AnswerListener listener;

  private ExtractiveAnswerBuilder(AnswerListener listener) {
    this.listener = listener;
  }

  /// An answer of `excerpts`, reported to `listener`.
  ///
  /// @param excerpts in reading order, at least one
  static Answered answered(
      List<Excerpt> excerpts, AnswerMetadata metadata, AnswerListener listener) {
    var builder = new ExtractiveAnswerBuilder(listener);
    excerpts.forEach(builder::add);
    return new Answered(builder.statements, builder.citations, metadata);
  }

  /// The same as statements that are only related to the question.
  static Related related(List<Excerpt> excerpts, AnswerMetadata metadata, AnswerListener listener) {
    listener.related();
    var builder = new ExtractiveAnswerBuilder(listener);
    excerpts.forEach(builder::add);
    return new Related(builder.statements, builder.citations, metadata);
  }

  private void add(Excerpt excerpt) {
    var cited = excerpt.sentences().stream().map(this::cite).toList();
    var words = words(excerpt.sentences());
    var numbers = cited.stream().map(Citation::number).toList();
    var statement = new Statement(words, numbers, Support.VERBATIM);
    statements.add(statement);
    listener.statement(statement, cited);
  }

  private Citation cite(CandidateSentence sentence) {
    var citation =
        new Citation(
            citations.size() + 1,
            sentence.evidence().source(),
            sentence.span(),
            sentence.evidence().reprints());
    citations.add(citation);
    return citation;
  }

  /// The words of sentences in reading order; “…” marks what is left out between two of them.
  private static String words(List<CandidateSentence> sentences) {
    var words = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      if (i > 0) {
        words.append(isAdjacent(sentences.get(i - 1), sentences.get(i)) ? " " : " … ");
      }
      words.append(words(sentences.get(i)));
    }
    return words.toString();
  }

  private static boolean isAdjacent(CandidateSentence sentence, CandidateSentence next) {
    return sentence
        .evidence()
        .source()
        .article()
        .text()
        .substring(sentence.span().end(), next.span().start())
        .chars()
        .noneMatch(Character::isLetterOrDigit);
  }

  private static String words(CandidateSentence sentence) {
    return DateAnnotator.annotate(sentence.evidence().source().article(), sentence.span());
  }
}
