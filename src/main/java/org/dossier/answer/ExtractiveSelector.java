package org.dossier.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Chooses the sentences that form an answer, and orders them.
final class ExtractiveSelector {
  /// Two sentences that share more of their terms than this are duplicates.
  private static final double DUPLICATE_SIMILARITY = 0.6;

  private final AnswerConfig config;

  ExtractiveSelector(AnswerConfig config) {
    this.config = config;
  }

  /// The best sentence and those that add something to it. A sentence adds nothing if a chosen one
  /// already contains its answer words.
  ///
  /// @param read best first, at least one
  List<Candidate> choose(List<Candidate> read) {
    var best = read.getFirst();
    var chosen = new ArrayList<>(List.of(best));
    for (var candidate : read.subList(1, read.size())) {
      if (chosen.size() == config.maxStatements()) {
        break;
      }
      if (candidate.score() >= best.score() - gap(candidate, chosen)
          && chosen.stream().allMatch(other -> addsSomethingTo(other, candidate))) {
        chosen.add(candidate);
      }
    }
    return inOrder(chosen);
  }

  private static boolean addsSomethingTo(Candidate chosen, Candidate candidate) {
    return candidate.similarity(chosen) < DUPLICATE_SIMILARITY
        && !chosen.contains(candidate.words());
  }

  private double gap(Candidate candidate, List<Candidate> chosen) {
    boolean cited =
        chosen.stream().anyMatch(other -> other.articleId().equals(candidate.articleId()));
    return cited ? config.scoreMargin().sameArticle() : config.scoreMargin().otherArticle();
  }

  /// The article of the best sentence comes first. The sentences of an article keep its order,
  /// except that those with a thing of the kind asked for come first.
  private static List<Candidate> inOrder(List<Candidate> chosen) {
    var byArticle = new LinkedHashMap<String, List<Candidate>>();
    for (var candidate : chosen) {
      byArticle.computeIfAbsent(candidate.articleId(), id -> new ArrayList<>()).add(candidate);
    }
    byArticle
        .values()
        .forEach(sentences ->
            sentences.sort(
                Comparator.comparingDouble((Candidate c) -> -c.features().answerType())
                    .thenComparing(Candidate::span)));
    return byArticle.values().stream().flatMap(List::stream).toList();
  }
}
