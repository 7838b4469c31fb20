package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.answer.sentence.DanglingReference;
import org.dossier.question.CitedSentences;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A sentence that may be part of an answer.
///
/// @param evidence the passage that contains it
/// @param sentence its place and its analysed words
/// @param words the part that the reader predicts as the answer; empty if the reader predicted none
/// @param features its features
/// @param score their weighted sum
public record CandidateSentence(
    Evidence evidence,
    AnalyzedSentence sentence,
    String words,
    SentenceFeatures features,
    double score) {
  private static final double DUPLICATE_SIMILARITY = 0.5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /// Best first; equal scores by rank of the passage, then by place in the article.
  public static final Comparator<CandidateSentence> BEST_FIRST =
      Comparator.comparingDouble(CandidateSentence::score)
          .reversed()
          .thenComparingInt(candidateSentence -> candidateSentence.evidence.rank())
          .thenComparing(CandidateSentence::span);

  public Span span() {
    return sentence.span();
  }

  public String text() {
    return span().of(evidence.source().article().text());
  }

  /// The text of the sentence before it in its passage; empty for the first one.
  public String before() {
    return evidence.before(sentence);
  }

  public String articleId() {
    return evidence.source().article().id();
  }

  CandidateSentence withScore(double newScore) {
    return new CandidateSentence(evidence, sentence, words, features, newScore);
  }

  /// True if both are in one passage, with at most one sentence between them.
  boolean isNear(CandidateSentence other) {
    var spans = evidence.passage().sentences();
    int distance = Math.abs(spans.indexOf(span()) - spans.indexOf(other.span()));
    return articleId().equals(other.articleId())
        && evidence.passage().equals(other.evidence.passage())
        && distance <= 2;
  }

  /// True if it follows `other` in the passage of both, with at most one sentence between them, and
  /// is in the same paragraph or refers back.
  boolean continues(CandidateSentence other) {
    if (!isNear(other) || span().start() <= other.span().start()) {
      return false;
    }
    var text = evidence.source().article().text();
    return DanglingReference.begins(text())
        || text.substring(other.span().end(), span().start()).indexOf('\n') < 0;
  }

  /// True if both are the same sentence of the same article, regardless of their scores.
  boolean isSame(CandidateSentence other) {
    return articleId().equals(other.articleId()) && span().equals(other.span());
  }

  /// True if it is the same sentence, or shares at least half of its terms with `other`.
  boolean repeats(CandidateSentence other) {
    return isSame(other) || similarity(other) >= DUPLICATE_SIMILARITY;
  }

  /// True if its article was published later.
  boolean isLaterThan(CandidateSentence other) {
    return evidence.source().article().isPublishedAfter(other.evidence.source().article());
  }

  /// The day of publication of its article; `null` if unknown.
  public @Nullable LocalDate published() {
    return evidence.source().article().published();
  }

  boolean isIn(CitedSentences sentences) {
    return sentences.contains(articleId(), evidence.source().version(), span());
  }

  /// The Jaccard similarity of the terms of both sentences, 0 to 1.
  public double similarity(CandidateSentence other) {
    var others = other.sentence.terms();
    long shared = sentence.terms().stream().filter(others::contains).count();
    long all = sentence.terms().size() + others.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  /// True if the similarity is at least `least`. Sets of terms whose sizes differ too much are not
  /// compared.
  boolean isSimilar(CandidateSentence other, double least) {
    int own = sentence.terms().size();
    int others = other.sentence.terms().size();
    return Math.min(own, others) >= least * Math.max(own, others) && similarity(other) >= least;
  }

  /// True if this sentence contains the same words, adjacent and whole, in any case.
  public boolean contains(String others) {
    var phrase = plain(others);
    return !phrase.isBlank() && plain(text()).contains(phrase);
  }

  /// Words in lower case, each between two spaces.
  private static String plain(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining(" ", " ", " "));
  }
}
