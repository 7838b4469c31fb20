package org.dossier.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.archive.ArticleLanguage;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.inference.SpanPrediction;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A retrieved passage with its rank and its scores for one question.
///
/// @param rank 1 for the best
/// @param source the article version of the passage, which was current at retrieval
/// @param passage its place in the text
/// @param scores the reasons for its rank
/// @param analyzedSentences all of its sentences with their features, in reading order; empty if
///   the rank is too low
/// @param selectedSentences those of its sentences that were selected for the reader model, in
///   reading order; empty if the rank is too low or sentences of other passages scored higher
/// @param prediction the output of the reader model for these sentences; `null` if there are no
///   selected sentences or the passage is not in the language of the model
/// @param reprints the other articles that print the text of the article, in the order of
///   preference
public record Evidence(
    int rank,
    ArticleVersion source,
    Passage passage,
    Scores scores,
    List<AnalyzedSentence> analyzedSentences,
    List<AnalyzedSentence> selectedSentences,
    @Nullable SpanPrediction prediction,
    List<ArticleVersion> reprints) {
  public Evidence {
    if (rank < 1) {
      throw new IllegalArgumentException("ranks start at 1: " + rank);
    }
    analyzedSentences = List.copyOf(analyzedSentences);
    reprints = List.copyOf(reprints);
    selectedSentences =
        selectedSentences.stream().sorted(Comparator.comparing(AnalyzedSentence::span)).toList();
  }

  /// A passage that was not reranked, of an article without reprints.
  public Evidence(int rank, ArticleVersion source, Passage passage, Scores scores) {
    this(rank, source, passage, scores, List.of());
  }

  /// A passage that was not reranked.
  public Evidence(
      int rank,
      ArticleVersion source,
      Passage passage,
      Scores scores,
      List<ArticleVersion> reprints) {
    this(rank, source, passage, scores, List.of(), List.of(), null, reprints);
  }

  Evidence withSentences(List<AnalyzedSentence> analyzed, List<AnalyzedSentence> selected) {
    return new Evidence(rank, source, passage, scores, analyzed, selected, prediction, reprints);
  }

  Evidence withPrediction(SpanPrediction newPrediction) {
    return new Evidence(
        rank,
        source,
        passage,
        scores,
        analyzedSentences,
        selectedSentences,
        newPrediction,
        reprints);
  }

  /// The same passage with another rank.
  public Evidence withRank(int newRank) {
    return new Evidence(
        newRank,
        source,
        passage,
        scores,
        analyzedSentences,
        selectedSentences,
        prediction,
        reprints);
  }

  /// Identifies the text of the article: the same for all articles that print it.
  public String printedText() {
    return Stream.concat(Stream.of(source), reprints.stream())
        .map(version -> version.article().id())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// The text of the passage.
  public String text() {
    return passage.span().of(source.article().text());
  }

  /// The language of the passage, as [ArticleLanguage] detects it.
  public String language() {
    return new ArticleLanguage(source.article()).of(passage.span());
  }

  /// The text of one of its sentences.
  public String text(AnalyzedSentence sentence) {
    return sentence.span().of(source.article().text());
  }

  /// The text of the sentence before `sentence` in the passage; empty for the first one.
  public String before(AnalyzedSentence sentence) {
    int at = passage.sentences().indexOf(sentence.span());
    return at < 1 ? "" : passage.sentences().get(at - 1).of(source.article().text());
  }

  /// The text of each sentence, in reading order.
  public List<String> sentences() {
    var text = source.article().text();
    return passage.sentences().stream().map(span -> span.of(text)).toList();
  }

  /// A score of its position in the article: 1 for the first passage, falling towards 0.
  public double positionScore() {
    return 1.0 / (1 + passage.ordinal());
  }

  /// The best answer span of the reader model in `sentence`; `null` if the model did not read it.
  public SpanPrediction.@Nullable AnswerSpan answerSpan(AnalyzedSentence sentence) {
    return prediction == null ? null : prediction.bestAnswer(within(sentence)).orElse(null);
  }

  /// The log-odds of the reader model that `sentence` answers; 0 if the model read nothing of the
  /// passage, and very low if it read only other sentences.
  public double sentenceScore(AnalyzedSentence sentence) {
    return prediction == null ? 0 : prediction.sentenceScore(within(sentence));
  }

  /// The place of `sentence` in the text of the passage.
  Span within(AnalyzedSentence sentence) {
    return sentence.span().shifted(-passage.span().start());
  }

  /// @param bm25 the BM25 score; 0 if no term of the question occurs
  /// @param cosine the cosine of the vectors of question and passage, -1 to 1; NaN while the
  ///   passage has no vector and other passages score higher
  /// @param fused the fused score, 0 to 1; comparable within one retrieval only
  public record Scores(double bm25, double cosine, double fused) {}
}
