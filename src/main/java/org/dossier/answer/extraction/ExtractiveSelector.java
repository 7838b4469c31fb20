package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Chooses the sentences that form an answer, and orders them.
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
      if (candidateSentence.score() >= best.score() - settings.margin()
          && chosen.stream().allMatch(other -> addsSomethingTo(other, candidateSentence))) {
        chosen.add(candidateSentence);
      }
    }
    return inOrder(chosen);
  }

  private static boolean addsSomethingTo(
      CandidateSentence chosen, CandidateSentence candidateSentence) {
    return candidateSentence.similarity(chosen) < DUPLICATE_SIMILARITY
        && !chosen.contains(candidateSentence.words());
  }

  /// The best sentence comes first, then the others of its article in reading order, then those of
  /// other articles.
  private static List<CandidateSentence> inOrder(List<CandidateSentence> chosen) {
    var ordered = new ArrayList<>(List.of(chosen.getFirst()));
    byArticle(chosen).stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
    return ordered;
  }

  /// The article of the first sentence comes first. The sentences of an article are in its order.
  static List<CandidateSentence> byArticle(List<CandidateSentence> chosen) {
    var byArticle = new LinkedHashMap<String, List<CandidateSentence>>();
    for (var candidateSentence : chosen) {
      byArticle
          .computeIfAbsent(candidateSentence.articleId(), id -> new ArrayList<>())
          .add(candidateSentence);
    }
    byArticle.values().forEach(list -> list.sort(Comparator.comparing(CandidateSentence::span)));
    return byArticle.values().stream().flatMap(List::stream).toList();
  }
}
