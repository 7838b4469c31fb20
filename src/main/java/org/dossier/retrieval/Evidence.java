package org.dossier.retrieval;

import java.util.Comparator;
import java.util.List;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.inference.SpanPrediction;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A passage that may answer, with its rank and its scores for one question.
///
/// @param rank 1 for the best
/// @param source the article version that the passage is of; current when it was retrieved
/// @param passage where in its text
/// @param scores why it stands where it stands
/// @param promising those of its sentences that promise most among the evidence, in reading order;
///   none if it is too far down the ranks, or others promise more
/// @param reading what the reader made of these; null if there are none or the passage is not in
///   the reader's language
public record Evidence(
    int rank,
    ArticleVersion source,
    Passage passage,
    Scores scores,
    List<SelectedSentence> selectedSentences,
    @Nullable SpanPrediction prediction) {
  public Evidence {
    if (rank < 1) {
      throw new IllegalArgumentException("ranks count from 1: " + rank);
    }
    selectedSentences = selectedSentences.stream().sorted(Comparator.comparing(SelectedSentence::span)).toList();
  }

  /// A passage that was not looked at closely.
  public Evidence(int rank, ArticleVersion source, Passage passage, Scores scores) {
    this(rank, source, passage, scores, List.of(), null);
  }

  Evidence withSelected(List<SelectedSentence> sentences) {
    return new Evidence(rank, source, passage, scores, sentences, prediction);
  }

  Evidence withPrediction(SpanPrediction spanPrediction) {
    return new Evidence(rank, source, passage, scores, selectedSentences, spanPrediction);
  }

  Evidence withRank(int other) {
    return new Evidence(other, source, passage, scores, selectedSentences, prediction);
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

  /// How near the beginning of its article it stands: 1 for the first passage, falling towards 0.
  public double positionScore() {
    return 1.0 / (1 + passage.ordinal());
  }

  /// What the reader takes for the answer in `sentence`; null if it did not read it.
  public SpanPrediction.@Nullable AnswerSpan answerSpan(SelectedSentence sentence) {
    return prediction == null ? null : prediction.bestAnswer(within(sentence)).orElse(null);
  }

  /// Where `sentence` stands in the passage's own words.
  Span within(SelectedSentence sentence) {
    return sentence.span().shifted(-passage.span().start());
  }

  /// @param words the BM25 score; 0 where no word of the question occurs
  /// @param closeness the cosine of question and passage, -1 to 1; NaN while the passage has no
  ///   vector and others fit better
  /// @param fused both together, 0 to 1; comparable within one retrieval only
  public record Scores(double bm25, double cosine, double fused) {}
}
