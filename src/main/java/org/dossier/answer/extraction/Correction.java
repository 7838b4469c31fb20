package org.dossier.answer.extraction;

import java.util.List;
import java.util.regex.Pattern;

/// Recognizes sentences that correct what was published before, which win over what they correct.
final class Correction {
  /// The points of a correction.
  private static final double POINTS = 3;

  /// How far the score of a correction may be below the best sentence: further below, it corrects
  /// something else.
  private static final double ANSWERING = 4;

  private static final Pattern TITLE =
      Pattern.compile(
          "^\\W*(?:corrections?|corrected|corrigend(?:um|a)|errat(?:um|a)|clarification)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE =
      Pattern.compile(
          "^\\W*(?:corrections?|clarification|corrigendum|erratum)\\W"
              + "|\\b(?:an|the) (?:earlier|previous|original) (?:version|report|article|story)\\b"
              + "|\\b(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|reported|gave|named|identified|listed|put|wrote|described)\\b"
              + "|\\bmisstated\\b|\\bwe (?:incorrectly|wrongly|mistakenly|erroneously)\\b",
          Pattern.CASE_INSENSITIVE);

  private Correction() {}

  /// The points that `candidate` gains for being a correction; 0 for other sentences, and for one
  /// without an article before it among those that are corrected.
  ///
  /// @param ranked the candidates, best first
  static double points(CandidateSentence candidate, List<CandidateSentence> ranked) {
    boolean answers = candidate.score() >= ranked.getFirst().score() - ANSWERING;
    return answers && isCorrection(candidate) && hasEarlier(candidate, ranked) ? POINTS : 0;
  }

  private static boolean isCorrection(CandidateSentence candidate) {
    var title = candidate.evidence().source().article().title();
    return (title != null && TITLE.matcher(title).find())
        || SENTENCE.matcher(candidate.text()).find();
  }

  /// Corrections are published on the same day or later.
  private static boolean hasEarlier(CandidateSentence candidate, List<CandidateSentence> ranked) {
    return ranked.stream()
        .anyMatch(other ->
            !other.articleId().equals(candidate.articleId()) && !other.isLaterThan(candidate));
  }
}
