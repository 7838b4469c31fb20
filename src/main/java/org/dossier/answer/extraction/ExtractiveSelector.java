package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the sentences that form an answer.
final class ExtractiveSelector {
  /// Two sentences that share more of their terms than this are duplicates.
  private static final double DUPLICATE_SIMILARITY = 0.6;

  private static final int MOST_COUNTED = 30;

  private ExtractiveSelector() {}

  /// The best sentence and those that add something to it, also those that are only counted. A
  /// sentence adds nothing if a chosen one already contains its answer words.
  ///
  /// @param read best first; possibly empty
  static List<CandidateSentence> choose(List<CandidateSentence> read) {
    return choose(read, null);
  }

  /// The same.
  ///
  /// @param otherAnswer one of them that is chosen although it is similar to the best one; possibly
  ///   `null`
  static List<CandidateSentence> choose(
      List<CandidateSentence> read, @Nullable CandidateSentence otherAnswer) {
    var chosen = new ArrayList<CandidateSentence>();
    for (var candidateSentence : read) {
      if (chosen.size() == MOST_COUNTED) {
        break;
      }
      if (candidateSentence.equals(otherAnswer)
          || chosen.stream().allMatch(other -> addsSomethingTo(other, candidateSentence))) {
        chosen.add(candidateSentence);
      }
    }
    return chosen;
  }

  private static boolean addsSomethingTo(
      CandidateSentence chosen, CandidateSentence candidateSentence) {
    return candidateSentence.similarity(chosen) < DUPLICATE_SIMILARITY
        && !chosen.contains(candidateSentence.words());
  }
}
