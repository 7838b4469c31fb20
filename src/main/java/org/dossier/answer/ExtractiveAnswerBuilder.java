package org.dossier.answer;

import java.util.ArrayList;
import java.util.List;
import org.dossier.answer.extraction.CandidateSentence;

/// Builds an answer from the chosen sentences.
final class ExtractiveAnswerBuilder {
  private ExtractiveAnswerBuilder() {}

  /// Makes each sentence a statement that cites only that sentence, and reports it to `listener`.
  ///
  /// @param chosen in reading order, at least one
  static Answered build(
      List<CandidateSentence> chosen, AnswerMetadata metadata, AnswerListener listener) {
    var statements = new ArrayList<Statement>();
    var citations = new ArrayList<Citation>();
    for (var sentence : chosen) {
      var source = sentence.evidence().source();
      var citation = new Citation(citations.size() + 1, source, sentence.span());
      var words = DateAnnotator.annotate(source.article(), sentence.span());
      var statement = new Statement(words, List.of(citation.number()), Support.VERBATIM);
      citations.add(citation);
      statements.add(statement);
      listener.statement(statement, List.of(citation));
    }
    return new Answered(statements, citations, metadata);
  }
}
