package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.List;

/// Chooses the sentences that form an answer.
final class ExtractiveSelector {
  /// Two sentences that share more of their terms than this are duplicates.
  private static final double DUPLICATE_SIMILARITY = 0.6;

  private final PlanSettings settings;

  ExtractiveSelector(PlanSettings settings) {
    this.settings = settings;
  }

  /// The best sentence and those that add something to it. A sentence adds nothing if a chosen one
  /// already contains its answer words.
  ///
  /// @param read best first, at least one
  List<CandidateSentence> choose(List<CandidateSentence> read) {
    var best = read.getFirst();
    var chosen = new ArrayList<>(List.of(best));
    for (var candidateSentence : read.subList(1, read.size())) {
      if (chosen.size() == settings.maxStatements()) {
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
