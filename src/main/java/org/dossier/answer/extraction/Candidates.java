package org.dossier.answer.extraction;

import java.util.List;
import org.dossier.answer.sentence.Readability;
import org.dossier.question.Question;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;

/// The candidate sentences of an answer.
public final class Candidates {
  /// Log-odds are clamped to this absolute value; larger ones carry no more information.
  private static final double BOUND = 12;

  private Candidates() {}

  /// The analyzed sentences of `evidence` that were not selected for the reader, best first.
  ///
  /// @param odds the log-odds that one of them contains the answer
  static List<CandidateSentence> unread(
      List<Evidence> evidence, double odds, AnswerConfig.SentenceWeights weights) {
    return evidence.stream()
        .flatMap(e ->
            e.analyzedSentences().stream()
                .filter(sentence -> !e.selectedSentences().contains(sentence))
                .filter(sentence -> Readability.isReadable(e.text(sentence)))
                .map(sentence -> unread(e, sentence, odds, weights)))
        .sorted(CandidateSentence.BEST_FIRST)
        .toList();
  }

  /// The candidates without the sentences that `question` excludes. If it excludes any, also
  /// without those that score far below the best one, regardless of whether that one is excluded:
  /// what is left may be about something else.
  ///
  /// @param ranked best first
  /// @param margin how far a candidate may score below the best one
  static List<CandidateSentence> notCited(
      List<CandidateSentence> ranked, Question question, double margin) {
    if (question.cited().isEmpty() || ranked.isEmpty()) {
      return ranked;
    }
    double least = ranked.getFirst().score() - margin;
    return ranked.stream()
        .filter(candidate -> candidate.score() >= least && !candidate.isIn(question.cited()))
        .toList();
  }

  private static CandidateSentence unread(
      Evidence evidence,
      AnalyzedSentence sentence,
      double odds,
      AnswerConfig.SentenceWeights weights) {
    var features = features(odds, odds, evidence, sentence);
    return new CandidateSentence(evidence, sentence, "", features, features.score(weights));
  }

  private static SentenceFeatures features(
      double reader, double wholeSentence, Evidence evidence, AnalyzedSentence sentence) {
    return new SentenceFeatures(
        reader,
        wholeSentence,
        sentence.coverage(),
        sentence.answerTypeScore(),
        evidence.scores().fused(),
        evidence.positionScore());
  }

  /// The selected sentences of `evidence`, best first, without questions of the articles.
  public static List<CandidateSentence> rank(
      List<Evidence> evidence, AnswerConfig.SentenceWeights weights) {
    return evidence.stream()
        .flatMap(e ->
            e.selectedSentences().stream()
                .filter(sentence -> Readability.isAnswer(e.text(sentence)))
                .map(sentence -> candidate(e, sentence, weights)))
        .sorted(CandidateSentence.BEST_FIRST)
        .toList();
  }

  private static CandidateSentence candidate(
      Evidence evidence, AnalyzedSentence sentence, AnswerConfig.SentenceWeights weights) {
    var answerSpan = evidence.answerSpan(sentence);
    var features =
        features(
            evidence.prediction() == null
                ? 0
                : answerSpan == null ? -BOUND : clamp(answerSpan.score()),
            clamp(evidence.sentenceScore(sentence)),
            evidence,
            sentence);
    return new CandidateSentence(
        evidence,
        sentence,
        answerSpan == null ? "" : answerSpan.span().of(evidence.text()),
        features,
        features.score(weights));
  }

  private static double clamp(double odds) {
    return Math.clamp(odds, -BOUND, BOUND);
  }
}
