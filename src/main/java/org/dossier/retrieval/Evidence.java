package org.dossier.retrieval;

import java.util.List;
import org.dossier.corpus.ArticleVersion;
import org.dossier.corpus.Passage;

/// A passage that may answer, with its rank and its scores for one question.
///
/// @param rank 1 for the best
/// @param source the article version that the passage is of; current when it was retrieved
/// @param passage where in its text
/// @param scores why it stands where it stands
public record Evidence(int rank, ArticleVersion source, Passage passage, Scores scores) {
  public Evidence {
    if (rank < 1) {
      throw new IllegalArgumentException("ranks count from 1: " + rank);
    }
  }

  /// The passage's own words.
  public String text() {
    return passage.span().of(source.article().text());
  }

  /// The words of each sentence, in reading order.
  public List<String> sentences() {
    var text = source.article().text();
    return passage.sentences().stream().map(span -> span.of(text)).toList();
  }

  /// @param words the BM25 score; 0 where no word of the question occurs
  /// @param closeness the cosine of question and passage, -1 to 1; NaN while the passage has no
  ///   vector
  /// @param fused both together, 0 to 1; comparable within one retrieval only
  public record Scores(double words, double closeness, double fused) {}
}
