package org.dossier.retrieval;

import java.util.List;
import org.dossier.corpus.ArticleVersion;
import org.dossier.corpus.Passage;
import org.dossier.model.Reading;
import org.jspecify.annotations.Nullable;

/// A passage that may answer, with its rank and its scores for one question.
///
/// @param rank 1 for the best
/// @param source the article version that the passage is of; current when it was retrieved
/// @param passage where in its text
/// @param scores why it stands where it stands
/// @param reading what the reader made of it; null if it was not read, being too far down the ranks
///   or not in the reader's language
public record Evidence(
    int rank, ArticleVersion source, Passage passage, Scores scores, @Nullable Reading reading) {
  public Evidence {
    if (rank < 1) {
      throw new IllegalArgumentException("ranks count from 1: " + rank);
    }
  }

  /// A passage that was not read.
  public Evidence(int rank, ArticleVersion source, Passage passage, Scores scores) {
    this(rank, source, passage, scores, null);
  }

  Evidence read(Reading reading) {
    return new Evidence(rank, source, passage, scores, reading);
  }

  Evidence ranked(int other) {
    return new Evidence(other, source, passage, scores, reading);
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
