package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.List;

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
    var chosen = new ArrayList<CandidateSentence>();
    for (var candidateSentence : read) {
      if (chosen.size() == MOST_COUNTED) {
        break;
      }
      if (chosen.stream().allMatch(other -> addsSomethingTo(other, candidateSentence))) {
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
